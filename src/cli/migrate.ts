import { readConfig } from '../config.ts'
import { createLog } from '../log.ts'
import { openStore } from '../store.ts'
import type { Command } from './index.ts'

export const command: Command = {
  usage: 'migrate',
  async run() {
    const store = await openStore(readConfig(), createLog({ logLevel: 'warn' }))
    await store.close()
    process.stdout.write('The database is up to date.\n')
    return 0
  },
}
