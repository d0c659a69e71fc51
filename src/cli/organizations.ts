import { parseArgs } from 'node:util'
import { createLog } from '../app.ts'
import { readConfig } from '../config.ts'
import { createOrganization } from '../core/accounts/index.ts'
import { formatId } from '../core/ids.ts'
import { doTogether } from '../core/together.ts'
import { openCore } from '../store.ts'
import { type Command, UsageError } from './index.ts'
import { printJson } from './open.ts'

export const command: Command = {
  about: 'List and create organizations.',
  usage: 'organizations list | create --slug <slug> --name <name>',
  async run(args) {
    const options = { slug: { type: 'string' }, name: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const core = await openCore(readConfig(), createLog({ logLevel: 'warn' }))
    try {
      if (positionals[0] === 'list') {
        const rows = await core.database.system
          .selectFrom('organizations')
          .select(['id', 'slug', 'name'])
          .orderBy('slug')
          .execute()
        printJson(rows.map((row) => ({ ...row, id: formatId('organization', row.id) })))
      } else if (positionals[0] === 'create' && values.slug && values.name) {
        const input = { slug: values.slug, name: values.name, now: new Date() }
        const made = await doTogether({ db: core.database.system }, ({ db }) => createOrganization(db, input))
        printJson({ id: formatId('organization', made.id), slug: made.slug, name: made.name })
      } else throw new UsageError('Say list, or create --slug acme --name "Acme".')
    } finally {
      await core.close()
    }
    return 0
  },
}
