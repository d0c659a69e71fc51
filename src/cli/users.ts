import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import {
  createPasswordReset,
  createUser,
  findOrganization,
  findPersonByEmail,
  forgetSecondFactors,
  grantServerAdmin,
  listRoles,
  listServerAdmins,
  listUsers,
  type Member,
  resetUrl,
  revokeServerAdmin,
  updateUser,
} from '../core/accounts/index.ts'
import type { Context } from '../core/context.ts'
import type { Id } from '../core/ids.ts'
import { formatId } from '../core/ids.ts'
import { doTogether } from '../core/together.ts'
import { type Command, UsageError } from './index.ts'
import { printJson, withOrganization, withServer } from './open.ts'

const options = {
  organization: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string' },
} as const

const hint =
  'Say list, create --organization acme --name "Sam" --email sam@acme.test, role --email <email> --role <role>, deactivate, activate, reset-link, forget-second-factors, grant-server or revoke-server --email <email>, or server-admins.'

export const command: Command = {
  usage: `users list | create --organization <slug> --name <name> --email <email> [--role member]
       | role --email <email> --role <role> | deactivate --email <email> | activate --email <email>
       [--organization <slug>]
       | reset-link --email <email> | forget-second-factors --email <email> | server-admins | grant-server --email <email> | revoke-server --email <email>`,
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
    } else if (verb === 'reset-link' && email) {
      await printResetLink(email)
    } else if (verb === 'forget-second-factors' && email) {
      await letInByPassword(email)
    } else if (verb === 'server-admins' || ((verb === 'grant-server' || verb === 'revoke-server') && email)) {
      await changeServerAdmins(verb, email)
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
  await withServer(async (db) => {
    const organization = await findOrganization(db, input.organization)
    if (!organization) throw new UsageError(`There is no organization with the slug "${input.organization}".`)
    const password = randomBytes(12).toString('base64url')
    const person = { ...input, password, organizationId: organization.id, now: new Date() }
    const { hashPassword } = await import('better-auth/crypto')
    const { id } = await doTogether({ db }, (inner) => createUser(inner.db, person, hashPassword))
    printJson({ id: formatId('user', id), email: input.email, role: input.role, password })
  })
}

// For people whom no mail reaches.
async function printResetLink(email: string): Promise<void> {
  await withServer(async (db) => {
    const { publicUrl, port } = readConfig()
    const made = await createPasswordReset(db, { email, now: new Date() })
    if (!made) throw new UsageError(`Nobody who may sign in has the address ${email}.`)
    const url = resetUrl(publicUrl ?? `http://localhost:${port}`, made.secret)
    printJson({ email, url, expiresAt: made.expiresAt })
  })
}

async function letInByPassword(email: string): Promise<void> {
  await withServer(async (db, vault) => {
    const person = await findPersonByEmail(db, email)
    if (!person) throw new UsageError(`Nobody here has the address ${email}.`)
    await forgetSecondFactors({ db, vault, now: new Date() }, person.id)
    printJson({ id: formatId('user', person.id), email, hasTwoFactors: false })
  })
}

async function changeServerAdmins(verb: string, email: string | undefined): Promise<void> {
  await withServer(async (db) => {
    const person = email === undefined ? undefined : await findPersonByEmail(db, email)
    if (email !== undefined && !person) throw new UsageError(`Nobody here has the address ${email}.`)
    if (person && verb === 'grant-server') await grantServerAdmin(db, person.id, new Date())
    if (person && verb === 'revoke-server') await revokeServerAdmin(db, person.id)
    const admins = await listServerAdmins(db)
    printJson(admins.map((admin) => ({ ...admin, id: formatId('user', admin.id) })))
  })
}

function present({ id, name, email, role, isActive }: Member) {
  return { id: formatId('user', id), name, email, role, isActive }
}
