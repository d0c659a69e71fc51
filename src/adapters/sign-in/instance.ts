import { passkey } from '@better-auth/passkey'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import { cookiePrefix } from './cookies.ts'
import type { Place, SignInOptions } from './index.ts'
import { passkeyTable, tables, twoFactorTable } from './tables.ts'

/** The header with the IP address of a browser. We set it, and remove it from requests. */
const addressHeader = 'x-sealane-address'

const day = 86_400

/** better-auth for one host, which owns its cookies and passkeys. */
export function createInstance(options: SignInOptions, place: Place) {
  const { database, secret, newId, maySignIn, domain, passwords } = options
  const secure = place.origin.startsWith('https:')
  return betterAuth({
    ...tables,
    appName: 'Sealane',
    database,
    secret,
    baseURL: place.origin,
    basePath: '/auth',
    trustedOrigins: [place.origin],
    emailAndPassword: { enabled: true, disableSignUp: true, ...(passwords ? { password: passwords } : {}) },
    // We judge whether a sign-in is fresh, because we record confirmations.
    session: { ...tables.session, expiresIn: 7 * day, updateAge: day, freshAge: 0 },
    plugins: [
      twoFactor({ issuer: 'Sealane', schema: twoFactorTable }),
      passkey({
        rpName: 'Sealane',
        rpID: relyingParty(place, domain),
        origin: place.origin,
        schema: passkeyTable,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        // A passkey replaces password and second factor, so the device must have verified its owner.
        registration: { afterVerification: async ({ verification }) => requireVerified(verification.registrationInfo) },
        authentication: {
          afterVerification: async ({ verification }) => requireVerified(verification.authenticationInfo),
        },
      }),
    ],
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
      // better-auth turns both checks off when NODE_ENV is "test".
      disableCSRFCheck: false,
      disableOriginCheck: false,
    },
    // Our own limits count by address and by account, over all nodes.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  } satisfies BetterAuthOptions)
}

export type Instance = ReturnType<typeof createInstance>

// One passkey serves all hosts of the domain.
function relyingParty({ origin }: Place, domain: string): string {
  const { hostname } = new URL(origin)
  return hostname === domain || hostname.endsWith(`.${domain}`) ? domain : hostname
}

function requireVerified(info: { userVerified: boolean } | undefined): void {
  if (!info?.userVerified) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' })
}
