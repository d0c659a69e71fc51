import { parseArgs } from 'node:util'
import { createApiCredential, listApiCredentials, revokeApiCredential } from '../core/accounts/index.ts'
import type { Context } from '../core/context.ts'
import { formatId, parseId } from '../core/ids.ts'
import { permissions } from '../core/permissions.ts'
import { type Command, UsageError } from './index.ts'
import { printJson, withOrganization } from './open.ts'
import { readTime } from './values.ts'

const options = {
  organization: { type: 'string' },
  user: { type: 'string' },
  name: { type: 'string' },
  'expires-at': { type: 'string' },
} as const

export const command: Command = {
  usage: `credentials list | create --name <name> [--expires-at <ISO time>] | revoke <credential id>
       --user <email> [--organization <slug>]`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [verb, id] = positionals
    const email = values.user
    const expiresAt = readTime('--expires-at', values['expires-at'])
    if (!email) throw new UsageError('Say whose: --user <email>.')
    await withOrganization(values.organization, async (system) => {
      const ctx = await actAs(system, email)
      if (verb === 'list') printJson((await listApiCredentials(ctx)).items.map(present))
      else if (verb === 'create' && values.name) {
        printJson(present(await createApiCredential(ctx, { name: values.name, expiresAt })))
      } else if (verb === 'revoke' && id) {
        const credential = parseId('api_credential', id)
        if (!credential) throw new UsageError(`"${id}" is not a credential id; the list shows them.`)
        printJson(present(await revokeApiCredential(ctx, credential)))
      } else throw new UsageError('Say list, create --name <name>, or revoke <credential id>.')
    })
    return 0
  },
}

/** The shell may act for a user even where only that user may act, because it has the whole database anyway. */
async function actAs(ctx: Context, email: string): Promise<Context> {
  const user = await ctx.db
    .selectFrom('users')
    .select('id')
    .where((where) => where(where.fn('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst()
  if (!user) throw new UsageError(`There is no user ${email} in this organization.`)
  return { ...ctx, actor: { kind: 'user', id: user.id, role: 'admin', permissions } }
}

function present<T extends { id: string; userId: string }>(credential: T) {
  return { ...credential, id: formatId('api_credential', credential.id), userId: formatId('user', credential.userId) }
}
