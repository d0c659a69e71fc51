import { randomBytes } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { createApiCredential, createOrganization, createUser } from '../../src/core/accounts/index.ts'
import type { Context } from '../../src/core/context.ts'
import { builtinRoles, permissions } from '../../src/core/permissions.ts'
import { transaction } from '../../src/db/index.ts'
import { openServer } from './jsonapi-server.ts'
import { addMember } from './members.ts'
import { database, vault } from './organization.ts'

export const mediaType = 'application/vnd.api+json'

/** Documents as tests read them. Each test looks only at the members that it has asked for. */
type TestIdentifier = { type: string; id: string }
export type TestResource = TestIdentifier & {
  attributes: Record<string, unknown>
  relationships: Record<string, { data?: TestIdentifier & TestIdentifier[]; links: Record<string, string> }>
  links: { self: string }
}
type TestError = {
  id: string
  status: string
  code: string
  title: string
  detail: string
  links: Record<string, string>
  source?: { pointer?: string; parameter?: string; header?: string }
  meta?: Record<string, unknown>
}
export type TestDocument = {
  jsonapi: Record<string, unknown>
  data: TestResource & [TestResource, ...TestResource[]]
  included: [TestResource, ...TestResource[]]
  errors: [TestError, ...TestError[]]
  links: Record<string, string>
  meta: Record<string, unknown>
}

/** What a response says, with its document parsed. */
export type Answer = { status: number; headers: Record<string, unknown>; text: string; body: TestDocument }

/** A new organization with an admin, and calls of the dialect as that admin. */
export type Client = {
  app: FastifyInstance
  ctx: Context
  slug: string
  userId: string
  token: string
  call(method: string, path: string, options?: { body?: unknown; headers?: Record<string, string> }): Promise<Answer>
  get(path: string, headers?: Record<string, string>): Promise<Answer>
}

/** A client of a new organization. Its role is admin by default. */
export async function newClient(role = 'admin'): Promise<Client> {
  const slug = `t${randomBytes(8).toString('hex')}`
  const now = new Date()
  const { organizationId, userId } = await transaction({ db: database.system }, async ({ db }) => {
    const { id: organizationId } = await createOrganization(db, { slug, name: `Test ${slug}`, now })
    const person = { name: 'Ada', email: `${slug}@example.com`, role, organizationId, now }
    return { organizationId, userId: (await createUser(db, person, async () => '')).id }
  })
  const actor = { kind: 'user', id: userId, role, permissions } as const
  const ctx: Context = { db: database.forOrganization(organizationId), organizationId, actor, now, vault }
  const { token } = await createApiCredential(ctx, { name: 'Test' })
  return clientOf(await openServer(), { ctx, slug, userId, token })
}

/** Another member of the same organization, with a built-in role. */
export async function newColleague(
  { app, ctx, slug }: Pick<Client, 'app' | 'ctx' | 'slug'>,
  role: keyof typeof builtinRoles,
): Promise<Client> {
  const { id } = await addMember(ctx, { role })
  const theirs: Context = { ...ctx, actor: { kind: 'user', id, role, permissions: builtinRoles[role] } }
  const { token } = await createApiCredential(theirs, { name: 'Test' })
  return clientOf(app, { ctx: theirs, slug, userId: id, token })
}

/** Calls of the dialect with a token. */
export function clientOf(app: FastifyInstance, who: Pick<Client, 'ctx' | 'slug' | 'userId' | 'token'>): Client {
  const call: Client['call'] = async (method, path, { body, headers = {} } = {}) => {
    const payload = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
    const response = await app.inject({
      method: method as NonNullable<InjectOptions['method']>,
      url: path.startsWith('http') ? path : `/v1/api${path}`,
      headers: {
        authorization: `Bearer ${who.token}`,
        ...(payload === undefined ? {} : { 'content-type': mediaType }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    })
    const { statusCode: status, payload: text } = response
    return { status, headers: response.headers, text, body: JSON.parse(text || '{}') }
  }
  return { ...who, app, call, get: (path, headers = {}) => call('GET', path, { headers }) }
}
