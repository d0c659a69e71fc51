import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { setMaintenance, setMaintenanceOfAll } from '../core/accounts/index.ts'
import { createLog } from '../log.ts'
import { openCore } from '../store.ts'
import { type Command, UsageError } from './index.ts'
import { withOrganization } from './open.ts'

const options = { organization: { type: 'string' } } as const

export const command: Command = {
  usage: 'maintenance on | off [--organization <slug>]   (every organization, also new ones, unless one is named)',
  async run(args) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [word] = positionals
    if ((word !== 'on' && word !== 'off') || positionals.length > 1) throw new UsageError('Say on or off.')
    const changed = await change(word === 'on', values.organization)
    process.stdout.write(`Maintenance is ${word}: ${changed}.\n`)
    return 0
  },
}

async function change(inMaintenance: boolean, organization: string | undefined): Promise<string> {
  if (organization) {
    const { slug } = await withOrganization(organization, (ctx) => setMaintenance(ctx, inMaintenance))
    return slug
  }
  const core = await openCore(readConfig(), createLog({ logLevel: 'warn' }))
  try {
    const count = await setMaintenanceOfAll(core.database.system, inMaintenance, new Date())
    return `${count} organization${count === 1 ? '' : 's'} changed`
  } finally {
    await core.close()
  }
}
