import type { BetterAuthOptions } from 'better-auth'
import { readSessionToken } from './cookies.ts'
import { withPasskeys } from './passkeys.ts'
import { withPasswords } from './passwords.ts'
import { withSecondFactors } from './second-factors.ts'

/**
 * The address at which a browser reaches the server, because cookies belong to a host. `prefix` is the path before our
 * paths, or empty.
 */
export type Place = { origin: string; prefix: string }

/** The browser of a request: its headers and its place. */
export type Browser = Place & { cookies: string | undefined; ipAddress: string | null; userAgent: string | null }

export type Passwords = {
  hash(password: string): Promise<string>
  verify(given: { hash: string; password: string }): Promise<boolean>
}

export type SignInOptions = {
  database: NonNullable<BetterAuthOptions['database']>
  /** The key that signs cookies and encrypts second factors. */
  secret: string
  /** The domain of passkeys, which serve all hosts below it. */
  domain: string
  newId(): string
  /** The hash of passwords, instead of better-auth's scrypt. */
  passwords?: Passwords
  /** Whether a person may begin a session. */
  maySignIn(userId: string): Promise<boolean>
}

const instancesKept = 50

/** People's sign-in by better-auth, on our tables. It is loaded with the first person who signs in, not when the server starts. */
export function createSignIn(options: SignInOptions) {
  const load = async (place: Place) => (await import('./instance.ts')).createInstance(options, place)
  const instances = new Map<string, ReturnType<typeof load>>()
  const at = (place: Place) => {
    const key = `${place.origin} ${place.prefix}`
    const known = instances.get(key)
    if (known) return known
    if (instances.size >= instancesKept) instances.clear()
    const made = load(place)
    instances.set(key, made)
    return made
  }
  return {
    /** The session token in the cookies. The session may have ended. */
    readSessionToken: (cookies: string | undefined, place: Place) => readSessionToken(cookies, place, options.secret),
    ...withPasswords(at),
    ...withSecondFactors(at),
    ...withPasskeys(at),
  }
}
