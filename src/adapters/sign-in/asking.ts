import type { Browser, Place } from './index.ts'
import type { Instance } from './instance.ts'

/** better-auth for the host of a browser. */
export type At = (place: Place) => Promise<Instance>

/** The headers of a browser for better-auth. A sign-in omits the browser's old session. */
export function asking(
  { origin, cookies = '', ipAddress, userAgent }: Browser,
  { isSignIn = false }: { isSignIn?: boolean } = {},
): { headers: Headers; returnHeaders: true } {
  const headers = new Headers({ origin })
  const kept = isSignIn ? cookies.replaceAll(/[^;]*\.session_token=[^;]*(;|$)/g, '') : cookies
  if (kept !== '') headers.set('cookie', kept)
  // The name of the header that instance.ts reads; a value import would load better-auth.
  if (ipAddress !== null) headers.set('x-sealane-address', ipAddress)
  if (userAgent !== null) headers.set('user-agent', userAgent)
  return { headers, returnHeaders: true }
}
