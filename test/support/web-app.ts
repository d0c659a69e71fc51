import { pino } from 'pino'
import { openWebApp } from '../../src/web-app.ts'

/** The folder of the built web app, built when its sources have changed. */
export async function builtWebApp(): Promise<string> {
  const folder = await openWebApp(pino({ level: 'silent' }))
  if (folder === null) throw new Error('The web app could not be built: npm run build says why.')
  return folder
}
