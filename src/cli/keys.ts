import { parseArgs } from 'node:util'
import { createApiKey, listApiKeys, revokeApiKey } from '../core/accounts/index.ts'
import { formatId, parseId } from '../core/ids.ts'
import { type Command, UsageError } from './index.ts'
import { printJson, withOrganization } from './open.ts'
import { readTime, readWhole } from './values.ts'

const options = {
  organization: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  version: { type: 'string' },
  'requests-per-minute': { type: 'string' },
  address: { type: 'string', multiple: true },
  'expires-at': { type: 'string' },
} as const

export const command: Command = {
  usage: `keys list | create --name <name> [--role admin] [--version 2.2] [--requests-per-minute 100]
       [--address <ip or cidr>]… [--expires-at <ISO time>] | revoke <key id>   [--organization <slug>]`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [verb, id] = positionals
    if (verb === 'list')
      await withOrganization(values.organization, async (ctx) => printJson((await listApiKeys(ctx)).items.map(present)))
    else if (verb === 'create') {
      const input = readInput(values)
      await withOrganization(values.organization, async (ctx) => printJson(present(await createApiKey(ctx, input))))
    } else if (verb === 'revoke') {
      const key = parseId('api_key', id ?? '')
      if (!key) throw new UsageError('Say which: keys revoke <key id>. The list shows the ids.')
      await withOrganization(values.organization, async (ctx) => printJson(present(await revokeApiKey(ctx, key))))
    } else throw new UsageError('Say list, create or revoke.')
    return 0
  },
}

function readInput(values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values']) {
  if (!values.name) throw new UsageError('Give the key a name: keys create --name "Payroll".')
  const requests = values['requests-per-minute']
  return {
    name: values.name,
    ...(values.version ? { apiVersion: values.version } : {}),
    ...(values.role ? { role: values.role } : {}),
    ...(requests ? { requestsPerMinute: readWhole('--requests-per-minute', requests) } : {}),
    ...(values.address ? { allowedAddresses: values.address } : {}),
    expiresAt: readTime('--expires-at', values['expires-at']),
  }
}

function present<T extends { id: string }>(key: T) {
  return { ...key, id: formatId('api_key', key.id) }
}
