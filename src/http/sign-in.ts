import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Id } from '../core/ids.ts'
import type { HttpDependencies } from './dependencies.ts'
import { originOf } from './origin.ts'

/** Where a browser reaches us: its cookies belong to the host. `prefix` is the path in front of ours, or empty. */
export type Place = { origin: string; prefix: string }

/** A browser that asks. */
export type Browser = Place & { cookies: string | undefined; ipAddress: string | null; userAgent: string | null }

/** A word that says why something is not done. */
export type Refused = { refused: string }

/** What came of a try to sign in: cookies to set and whose session it is, or that a code must follow, or why not. */
export type Outcome = { cookies: string[]; userId: Id } | { cookies: string[]; needsCode: true } | Refused

/** People's sign-in, as the faces see it; app.ts hands it in. */
export type SignIn = {
  /** The token of the session that cookies name; it says nothing of whether there still is such a one. */
  readSessionToken(cookies: string | undefined, place: Place): string | null
  signInByPassword(browser: Browser, given: { email: string; password: string }): Promise<Outcome>
  /** Whether this is the password of whoever the session belongs to. */
  checkPassword(browser: Browser, password: string): Promise<boolean>
  /** Ends the session. Answers the cookies that take the browser's away. */
  signOut(browser: Browser): Promise<string[]>
  /** A secret for an authenticator app, as the address that its QR code holds; it counts once a code of it was given. */
  offerTwoFactor(browser: Browser, password: string): Promise<{ uri: string; backupCodes: string[] } | Refused>
  enableTwoFactor(browser: Browser, code: string): Promise<Outcome>
  disableTwoFactor(browser: Browser, password: string): Promise<{ cookies: string[] } | Refused>
  renewBackupCodes(browser: Browser, password: string): Promise<{ backupCodes: string[] } | Refused>
  signInByCode(browser: Browser, given: { code: string; isBackup: boolean }): Promise<Outcome>
  offerPasskey(browser: Browser): Promise<{ options: object; cookies: string[] } | Refused>
  addPasskey(browser: Browser, given: { response: object; name: string }): Promise<{ id: Id } | Refused>
  askForPasskey(browser: Browser): Promise<{ options: object; cookies: string[] }>
  signInByPasskey(browser: Browser, response: object): Promise<Outcome>
  /** Makes the session last longer, if it is time. */
  prolong(browser: Browser): Promise<string[]>
}

/** The browser behind a request. */
export function browserOf(request: FastifyRequest): Browser {
  const { ipAddress, userAgent } = originOf(request)
  return { ...placeOf(request), cookies: request.headers.cookie, ipAddress, userAgent }
}

/** The token of the session of the browser that asks, or null. */
export function sessionTokenOf(request: FastifyRequest, { signIn }: HttpDependencies): string | null {
  return signIn.readSessionToken(request.headers.cookie, placeOf(request))
}

/** Sets cookies beside those that the reply sets already. */
export function setCookies(reply: FastifyReply, cookies: readonly string[]): void {
  for (const cookie of cookies) reply.header('set-cookie', cookie)
}

// A proxy that does not pass on the host still leads to where PUBLIC_URL says.
function placeOf(request: FastifyRequest): Place {
  const { protocol, host, headers, base, prefix } = request
  const known = new URL(base).origin
  return { origin: headers.origin === known ? known : `${protocol}://${host}`, prefix }
}
