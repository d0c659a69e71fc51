import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { listLogKeys, rotateLogKey, writeVerifier } from '../core/evidence/index.ts'
import { doTogether } from '../core/together.ts'
import { createLog } from '../log.ts'
import { openCore } from '../store.ts'
import { type Command, UsageError } from './index.ts'
import { printJson } from './open.ts'

export const command: Command = {
  usage: 'evidence status | rotate   (a rotated key signs nothing new; its signatures stay valid)',
  async run(args) {
    const { positionals } = parseArgs({ args, allowPositionals: true })
    const [what] = positionals
    if (what !== 'status' && what !== 'rotate') throw new UsageError('Say evidence status, or evidence rotate.')
    const core = await openCore(readConfig(), createLog({ logLevel: 'warn' }))
    try {
      const { system } = core.database
      if (what === 'rotate') await doTogether({ db: system }, ({ db }) => rotateLogKey(db, core.vault, new Date()))
      const keys = await listLogKeys(system)
      const logs = await system
        .selectFrom('evidence_logs')
        .select(['origin', 'size', 'signed_at'])
        .orderBy('origin')
        .execute()
      printJson({
        keys: keys.map(({ publicKey, from, until }) => ({ publicKey: publicKey.toString('base64'), from, until })),
        logs: logs.map(({ origin, size, signed_at }) => ({
          origin,
          size,
          signedAt: signed_at,
          vkeys: keys.map(({ publicKey }) => writeVerifier({ name: origin, publicKey })),
        })),
      })
      return 0
    } finally {
      await core.close()
    }
  },
}
