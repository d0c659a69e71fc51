import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { hashPassword } from 'better-auth/crypto'
import { readConfig } from '../config.ts'
import { createUser, findOrganization, listRoles, listUsers, type Member, updateUser } from '../core/accounts/index.ts'
import type { Context } from '../core/context.ts'
import type { Id } from '../core/ids.ts'
import { formatId } from '../core/ids.ts'
import { doTogether } from '../core/together.ts'
import { createLog } from '../log.ts'
import { openCore } from '../store.ts'
import { type Command, UsageError } from './index.ts'
import { printJson, withOrganization } from './open.ts'

const options = {
  organization: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string' },
} as const

const hint =
  'Say list, create --organization acme --name "Sam" --email sam@acme.test, role --email <email> --role <role>, deactivate --email <email>, or activate --email <email>.'

export const command: Command = {
  about: 'List people, add them to an organization, give them a role, turn their access off and on.',
  usage: `users list | create --organization <slug> --name <name> --email <email> [--role member]
       | role --email <email> --role <role> | deactivate --email <email> | activate --email <email>
       [--organization <slug>]`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [verb] = positionals
    const { organization, name, email, role } = values
    if (verb === 'list') {
      await withOrganization(organization, async (ctx) => printJson((await listUsers(ctx)).items.map(present)))
    } else if (verb === 'create' && organization && name && email) {
      await create({ organization, name, email, role: role ?? 'member' })
    } else if (verb === 'role' && email && role) {
      await change(organization, email, async (ctx) => ({ roleId: await findRole(ctx, role) }))
    } else if ((verb === 'deactivate' || verb === 'activate') && email) {
      await change(organization, email, async () => ({ isActive: verb === 'activate' }))
    } else throw new UsageError(hint)
    return 0
  },
}

async function change(
  organization: string | undefined,
  email: string,
  changesOf: (ctx: Context) => Promise<{ roleId?: Id; isActive?: boolean }>,
): Promise<void> {
  await withOrganization(organization, async (ctx) => {
    const { items } = await listUsers(ctx, { filters: [{ field: 'email', contains: email }] })
    const user = items.find((known) => known.email.toLowerCase() === email.toLowerCase())
    if (!user) throw new UsageError(`There is no user ${email} in this organization.`)
    printJson(present(await updateUser(ctx, user.id, await changesOf(ctx))))
  })
}

async function findRole(ctx: Context, name: string): Promise<Id> {
  const { items } = await listRoles(ctx)
  const role = items.find((known) => known.name === name)
  if (role) return role.id
  throw new UsageError(`There is no role ${name}. There are: ${items.map((known) => known.name).join(', ')}.`)
}

async function create(input: { organization: string; name: string; email: string; role: string }): Promise<void> {
  const core = await openCore(readConfig(), createLog({ logLevel: 'warn' }))
  try {
    const organization = await findOrganization(core.database.system, input.organization)
    if (!organization) throw new UsageError(`There is no organization with the slug "${input.organization}".`)
    const password = randomBytes(12).toString('base64url')
    const person = { ...input, password, organizationId: organization.id, now: new Date() }
    const { id } = await doTogether({ db: core.database.system }, ({ db }) => createUser(db, person, hashPassword))
    printJson({ id: formatId('user', id), email: input.email, role: input.role, password })
  } finally {
    await core.close()
  }
}

function present({ id, name, email, role, isActive }: Member) {
  return { id: formatId('user', id), name, email, role, isActive }
}
