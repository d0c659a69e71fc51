import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Logger } from 'pino'
import { builtFolder, isBuilt } from '../web/build/stamp.ts'

const run = promisify(execFile)
const script = fileURLToPath(new URL('../web/build/run.ts', import.meta.url))

/**
 * The folder of the built web app. `npm ci` builds it. If it is missing or older than its sources, a separate process
 * builds it now. Null when that fails: the server starts all the same, and the pages say what to do.
 */
export async function openWebApp(log: Logger): Promise<string | null> {
  const folder = builtFolder()
  if (isBuilt(folder)) return folder
  log.info('The web app is not built, or its sources have changed: building it.')
  try {
    await run(process.execPath, [script])
    return folder
  } catch (error) {
    log.error({ err: error }, 'The web app could not be built. Run npm run build to see why.')
    return null
  }
}
