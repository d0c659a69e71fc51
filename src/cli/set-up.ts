import { readConfig } from '../config.ts'
import { tokenOfSetUp, waitsForSetUp } from '../core/accounts/index.ts'
import { type Command, UsageError } from './index.ts'
import { withServer } from './open.ts'

export const command: Command = {
  usage: 'set-up',
  async run() {
    await withServer(async (db, vault) => {
      if (!(await waitsForSetUp(db))) {
        throw new UsageError(
          'This server is set up already. For a person who cannot sign in: users reset-link --email <email>',
        )
      }
      const { publicUrl, port } = readConfig()
      process.stdout.write(`${setUpUrl(publicUrl ?? `http://localhost:${port}`, tokenOfSetUp(vault))}\n`)
    })
    return 0
  },
}

/** The URL of the set-up page. Its holder may create the first organization. */
export function setUpUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/set-up?token=${token}`
}
