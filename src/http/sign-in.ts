import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Id } from '../core/ids.ts'
import type { HttpDependencies } from './dependencies.ts'
import { originOf } from './origin.ts'

/**
 * The address at which a browser reaches the server, because cookies belong to a host. `prefix` is the path before
 * ours, or empty.
 */
type Place = { origin: string; prefix: string }

/** The browser of a request: its headers and its place. */
type Browser = Place & { cookies: string | undefined; ipAddress: string | null; userAgent: string | null }

/** A word for the reason of a refusal. */
type Refused = { refused: string }

/** The outcome of a sign-in: cookies and the person of the session, cookies and the need of a code, or a reason. */
type Outcome = { cookies: string[]; userId: Id } | { cookies: string[]; needsCode: true } | Refused

/** The sign-in of people, as the faces see it; app.ts passes it in. */
export type SignIn = {
  /** The token of the session in the cookies; the session may have ended. */
  readSessionToken(cookies: string | undefined, place: Place): string | null
  signInByPassword(browser: Browser, given: { email: string; password: string }): Promise<Outcome>
  /** Whether this is the password of the session's person. */
  checkPassword(browser: Browser, password: string): Promise<boolean>
  /** Ends the session. Returns cookies that remove the browser's own. */
  signOut(browser: Browser): Promise<string[]>
  /**
   * Makes a secret for an authenticator app, as the address in its QR code. The secret becomes valid with its first
   * code.
   */
  offerTwoFactor(browser: Browser, password: string): Promise<{ uri: string; backupCodes: string[] } | Refused>
  enableTwoFactor(browser: Browser, code: string): Promise<Outcome>
  disableTwoFactor(browser: Browser, password: string): Promise<{ cookies: string[] } | Refused>
  renewBackupCodes(browser: Browser, password: string): Promise<{ backupCodes: string[] } | Refused>
  signInByCode(browser: Browser, given: { code: string; isBackup: boolean }): Promise<Outcome>
  offerPasskey(browser: Browser): Promise<{ options: object; cookies: string[] } | Refused>
  addPasskey(browser: Browser, given: { response: object; name: string }): Promise<{ id: Id } | Refused>
  askForPasskey(browser: Browser): Promise<{ options: object; cookies: string[] }>
  signInByPasskey(browser: Browser, response: object): Promise<Outcome>
  /** Extends the session when it is due. */
  prolong(browser: Browser): Promise<string[]>
}

export function browserOf(request: FastifyRequest): Browser {
  const { ipAddress, userAgent } = originOf(request)
  return { ...placeOf(request), cookies: request.headers.cookie, ipAddress, userAgent }
}

/** The session token of the browser, or null. */
export function sessionTokenOf(request: FastifyRequest, { signIn }: HttpDependencies): string | null {
  return signIn.readSessionToken(request.headers.cookie, placeOf(request))
}

/** The same browser after it has received these cookies. */
export function holding(browser: Browser, cookies: readonly string[]): Browser {
  return { ...browser, cookies: cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ') }
}

/** Adds cookies to those of the reply. */
export function setCookies(reply: FastifyReply, cookies: readonly string[]): void {
  for (const cookie of cookies) reply.header('set-cookie', cookie)
}

// If a proxy does not forward the host, PUBLIC_URL names it.
function placeOf(request: FastifyRequest): Place {
  const { protocol, host, headers, base, prefix } = request
  const known = new URL(base).origin
  return { origin: headers.origin === known ? known : `${protocol}://${host}`, prefix }
}
