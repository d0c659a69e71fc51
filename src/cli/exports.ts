import { parseArgs } from 'node:util'
import type { Context } from '../core/context.ts'
import { dropExport, listAllExports } from '../core/exports/index.ts'
import { formatId, parseId } from '../core/ids.ts'
import { type Command, UsageError } from './index.ts'
import { printJson, withOrganization } from './open.ts'

const options = { organization: { type: 'string' } } as const

export const command: Command = {
  usage: 'exports list | remove <id>…   [--organization <slug>]',
  async run(args) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [verb, ...ids] = positionals
    if (verb !== 'list' && verb !== 'remove') throw new UsageError('Say list or remove.')
    if ((verb === 'list') !== (ids.length === 0))
      throw new UsageError('Say list alone, or remove with ids of the list.')
    const wrong = ids.find((id) => parseId('export', id) === null)
    if (wrong !== undefined) throw new UsageError(`An export has an id like exp_…, not "${wrong}": see exports list.`)
    return withOrganization(values.organization, (ctx) => (verb === 'list' ? printAll(ctx) : removeAll(ctx, ids)))
  },
}

async function printAll(ctx: Context): Promise<number> {
  const all = await listAllExports(ctx)
  printJson(
    all.map(({ id, userId, apiKeyId, trouble, ...kept }) => ({
      id: formatId('export', id),
      owner: userId ? formatId('user', userId) : apiKeyId && formatId('api_key', apiKeyId),
      ...kept,
      trouble: trouble?.code ?? null,
    })),
  )
  return 0
}

async function removeAll(ctx: Context, ids: readonly string[]): Promise<number> {
  for (const id of ids) {
    await dropExport(ctx, parseId('export', id) ?? '')
    process.stdout.write(`The export ${id} is deleted.\n`)
  }
  return 0
}
