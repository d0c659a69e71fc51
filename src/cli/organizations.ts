import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { createOrganization, listOrganizations, updateOrganization } from '../core/accounts/index.ts'
import type { Context } from '../core/context.ts'
import { formatId } from '../core/ids.ts'
import { knownTrackingParameters } from '../core/submissions/index.ts'
import { doTogether } from '../core/together.ts'
import { createLog } from '../log.ts'
import { openCore } from '../store.ts'
import { type Command, UsageError } from './index.ts'
import { printJson, withOrganization } from './open.ts'

const options = {
  slug: { type: 'string' },
  name: { type: 'string' },
  organization: { type: 'string' },
  days: { type: 'string' },
  parameters: { type: 'string' },
} as const

export const command: Command = {
  usage:
    'organizations list | create --slug <slug> --name <name> | keep-documents [--organization <slug>] --days <number>|always | tracking [--organization <slug>] [--parameters utm_*,promo_id|default]',
  async run(args) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (positionals[0] === 'keep-documents' && values.days) {
      const documentRetentionDays = readDays(values.days)
      const changed = await withOrganization(values.organization, (ctx) =>
        updateOrganization(ctx, { documentRetentionDays }),
      )
      printJson({ slug: changed.slug, documentRetentionDays: changed.documentRetentionDays })
      return 0
    }
    if (positionals[0] === 'tracking') {
      printJson(await withOrganization(values.organization, (ctx) => setTracking(ctx, values.parameters)))
      return 0
    }
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
      } else
        throw new UsageError('Say list, create --slug acme --name "Acme", keep-documents --days 2555, or tracking.')
    } finally {
      await core.close()
    }
    return 0
  },
}

/**
 * Sets the tracking parameters of an organization, if they are given, and prints them. Null means the list of the
 * server.
 */
async function setTracking(ctx: Context, names: string | undefined) {
  const trackingParameters = names === 'default' ? null : names?.split(',').map((name) => name.trim())
  const changes = trackingParameters === undefined ? {} : { trackingParameters }
  if (names !== undefined) await updateOrganization(ctx, changes)
  const [found] = (await listOrganizations(ctx)).items
  return { slug: found?.slug, trackingParameters: found?.trackingParameters ?? null, known: knownTrackingParameters }
}

function readDays(text: string): number | null {
  if (text === 'always') return null
  if (/^\d{1,5}$/.test(text)) return Number(text)
  throw new UsageError('--days takes a whole number, or always.')
}
