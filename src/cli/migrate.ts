import { createLog, openCore } from '../app.ts'
import { readConfig } from '../config.ts'
import type { Command } from './index.ts'

export const command: Command = {
  about: 'Bring the database to the newest shape, and do nothing else.',
  usage: 'migrate',
  async run() {
    const core = await openCore(readConfig(), createLog({ logLevel: 'warn' }))
    await core.close()
    process.stdout.write('The database is up to date.\n')
    return 0
  },
}
