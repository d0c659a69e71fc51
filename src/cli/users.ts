import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { hashPassword } from 'better-auth/crypto'
import { createLog, openCore } from '../app.ts'
import { readConfig } from '../config.ts'
import { createUser, findOrganization } from '../core/accounts/index.ts'
import { formatId } from '../core/ids.ts'
import { type Command, UsageError } from './index.ts'
import { printJson, withOrganization } from './open.ts'

const options = {
  organization: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string', default: 'member' },
} as const

export const command: Command = {
  about: 'List people and add them to an organization.',
  usage: 'users list | create --organization <slug> --name <name> --email <email> [--role member]',
  async run(args) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (positionals[0] === 'list') await list(values.organization)
    else if (positionals[0] === 'create' && values.organization && values.name && values.email) {
      await create({ organization: values.organization, name: values.name, email: values.email, role: values.role })
    } else throw new UsageError('Say list, or create --organization acme --name "Sam" --email sam@acme.test.')
    return 0
  },
}

async function list(organization: string | undefined): Promise<void> {
  await withOrganization(organization, async (ctx) => {
    const rows = await ctx.db
      .selectFrom('memberships as membership')
      .innerJoin('users as user', 'user.id', 'membership.user_id')
      .select(['user.id', 'user.name', 'user.email', 'membership.role'])
      .where('membership.organization_id', '=', ctx.organizationId)
      .orderBy('user.email')
      .execute()
    printJson(rows.map((row) => ({ ...row, id: formatId('user', row.id) })))
  })
}

async function create(input: { organization: string; name: string; email: string; role: string }): Promise<void> {
  const core = await openCore(readConfig(), createLog({ logLevel: 'warn' }))
  try {
    const organization = await findOrganization(core.database.system, input.organization)
    if (!organization) throw new UsageError(`There is no organization with the slug "${input.organization}".`)
    const password = randomBytes(12).toString('base64url')
    const person = { ...input, password, organizationId: organization.id, now: new Date() }
    const id = await core.database.system.transaction().execute((db) => createUser(db, person, hashPassword))
    printJson({ id: formatId('user', id), email: input.email, role: input.role, password })
  } finally {
    await core.close()
  }
}
