import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { createUser } from '../../src/core/accounts/index.ts'
import { type Id, newId } from '../../src/core/ids.ts'
import { transaction } from '../../src/db/index.ts'
import { signInSecret } from '../../src/sign-in.ts'
import { database, vault } from './organization.ts'
import { hashPassword } from './passwords.ts'

export const password = 'correct horse battery'

export type Person = { id: Id; email: string }

/** A new person with a password, as a member of an organization. */
export async function newPerson(organizationId: Id, over: { role?: string; name?: string } = {}): Promise<Person> {
  const email = `${newId()}@example.com`
  const person = { name: 'Ada', role: 'admin', email, password, organizationId, now: new Date(), ...over }
  const { id } = await transaction({ db: database.system }, ({ db }) => createUser(db, person, hashPassword))
  return { id, email }
}

/** A session of a person, as after a sign-in. `token` is the value of its cookie. */
export async function newSession(
  userId: Id,
  now: Date = new Date(),
  token = randomBytes(16).toString('hex'),
): Promise<Id> {
  const id = newId(now.getTime())
  const times = { created_at: now, updated_at: now, expires_at: new Date(now.getTime() + 86_400_000) }
  const values = {
    id,
    user_id: userId,
    token,
    ip_address: '203.0.113.9',
    user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0',
  }
  await database.system
    .insertInto('sessions')
    .values({ ...values, ...times })
    .execute()
  return id
}

/** The cookie of a person who has just signed in. Signing in by password takes a core a quarter of a second. */
export async function newSessionCookie(userId: Id): Promise<{ name: string; value: string }> {
  const token = randomBytes(16).toString('hex')
  await newSession(userId, new Date(), token)
  const signature = createHmac('sha256', signInSecret(vault)).update(token).digest('base64')
  return { name: 'sealane.session_token', value: `${token}.${encodeURIComponent(signature)}` }
}

type Asking = { method?: InjectOptions['method']; url: string; headers?: Record<string, string>; body?: unknown }

/** A browser. It keeps cookies, and sends its host's origin unless told otherwise. An empty header is not sent. */
export function newBrowser(app: FastifyInstance, host = 'localhost:3000') {
  const jar = new Map<string, string>()
  const ask = async ({ method = 'GET', url, headers = {}, body }: Asking): Promise<LightMyRequestResponse> => {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const own = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) }
    const type = body === undefined ? '' : 'application/json'
    const all: Record<string, string> = { ...own, 'content-type': type, ...headers }
    const answer = await app.inject({
      method,
      url,
      headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    })
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0) jar.delete(name)
      else jar.set(name, encodeURIComponent(value))
    }
    return answer
  }
  const signIn = (email: string, given = password) =>
    ask({ method: 'POST', url: '/auth/sign-in/email', body: { email, password: given } })
  return { jar, ask, signIn }
}
