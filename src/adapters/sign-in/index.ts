import type { BetterAuthOptions } from 'better-auth'
import { cookiePrefix, readSessionToken } from './cookies.ts'
import { type Outcome, refusable } from './refusals.ts'
import { tables } from './tables.ts'

/** Where a browser reaches us: its cookies belong to the host. `prefix` is the path in front of ours, or empty. */
export type Place = { origin: string; prefix: string }

/** A browser that asks. */
export type Browser = Place & { cookies: string | undefined; ipAddress: string | null; userAgent: string | null }

export type SignInOptions = {
  database: NonNullable<BetterAuthOptions['database']>
  /** Signs cookies and encrypts second factors. */
  secret: string
  newId(): string
  /** Whether a person may begin a session at all. */
  maySignIn(userId: string): Promise<boolean>
}

const instancesKept = 50

/** People's sign-in by better-auth, on our tables. It is loaded with the first person who signs in, not when the server starts. */
export function createSignIn(options: SignInOptions) {
  const instances = new Map<string, ReturnType<typeof load>>()
  const at = (place: Place) => {
    const key = `${place.origin} ${place.prefix}`
    const known = instances.get(key)
    if (known) return known
    if (instances.size >= instancesKept) instances.clear()
    const made = load(options, place)
    instances.set(key, made)
    return made
  }
  return {
    /** The token of the session that the browser's cookies name; it says nothing of whether there still is such a one. */
    readSessionToken: (cookies: string | undefined, place: Place) => readSessionToken(cookies, place, options.secret),

    /** Begins a session. */
    async signInByPassword(browser: Browser, body: { email: string; password: string }): Promise<Outcome> {
      const { api } = await at(browser)
      return refusable(async () => {
        const answer = await api.signInEmail({ body, headers: headersOf(browser), returnHeaders: true })
        return { cookies: answer.headers.getSetCookie(), userId: answer.response.user.id }
      })
    },

    /** Whether this is the password of whoever the session belongs to. */
    async checkPassword(browser: Browser, password: string): Promise<boolean> {
      const { api } = await at(browser)
      const answer = refusable(() => api.verifyPassword({ body: { password }, headers: headersOf(browser) }))
      return !('refused' in (await answer))
    },

    /** Ends the session. Answers the cookies to set, which take the browser's away. */
    async signOut(browser: Browser): Promise<string[]> {
      const { api } = await at(browser)
      const { headers } = await api.signOut({ headers: headersOf(browser), returnHeaders: true })
      return headers.getSetCookie()
    },

    /** Prolongs the session, if it is time. Answers the cookies to set. */
    async prolong(browser: Browser): Promise<string[]> {
      const { api } = await at(browser)
      const { headers } = await api.getSession({ headers: headersOf(browser), returnHeaders: true })
      return headers.getSetCookie()
    },
  }
}

async function load({ database, secret, newId, maySignIn }: SignInOptions, place: Place) {
  const [{ betterAuth }, { APIError }] = await Promise.all([import('better-auth'), import('better-auth/api')])
  const secure = place.origin.startsWith('https:')
  return betterAuth({
    ...tables,
    database,
    secret,
    baseURL: place.origin,
    basePath: '/auth',
    trustedOrigins: [place.origin],
    emailAndPassword: { enabled: true, disableSignUp: true },
    session: { ...tables.session, expiresIn: 7 * 86_400, updateAge: 86_400 },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            if (!(await maySignIn(userId))) throw new APIError('UNAUTHORIZED', { code: 'DEACTIVATED' })
          },
        },
      },
    },
    advanced: {
      database: { generateId: () => newId() },
      cookiePrefix: cookiePrefix(place),
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      // It turns both off by itself where the environment says "test".
      disableCSRFCheck: false,
      disableOriginCheck: false,
    },
    // Ours count over all nodes, by address and by account.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

const addressHeader = 'x-sealane-address'

function headersOf({ origin, cookies, ipAddress, userAgent }: Browser): Headers {
  const headers = new Headers({ origin })
  if (cookies !== undefined) headers.set('cookie', cookies)
  if (ipAddress !== null) headers.set(addressHeader, ipAddress)
  if (userAgent !== null) headers.set('user-agent', userAgent)
  return headers
}
