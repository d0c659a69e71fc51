import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Place } from './index.ts'

/**
 * What the names of cookies begin with. Each host has its own, which browsers hold to under TLS by the prefix `__Host-`:
 * no neighbour under the same domain can read one or put one there. Behind a path only `__Secure-` can be had.
 */
export function cookiePrefix({ origin, prefix }: Place): string {
  if (!origin.startsWith('https:')) return 'sealane'
  return prefix === '' ? '__Host-sealane' : '__Secure-sealane'
}

/** The token of the session that a browser's cookies name, when we have signed it; otherwise null. */
export function readSessionToken(header: string | undefined, place: Place, secret: string): string | null {
  const name = `${cookiePrefix(place)}.session_token`
  const values = (header ?? '').split(';').flatMap((cookie) => {
    const [key = '', ...value] = cookie.split('=')
    return key.trim() === name ? [value.join('=').trim()] : []
  })
  return values.map((value) => verify(value, secret)).find((token) => token !== null) ?? null
}

function verify(value: string, secret: string): string | null {
  const [, token = '', signature = ''] = /^(\w{20,64})\.([\w+/=%-]{40,80})$/.exec(value) ?? []
  const given = Buffer.from(signature.replaceAll(/%(2B|2F|3D)/gi, decodeURIComponent), 'base64')
  const right = createHmac('sha256', secret).update(token).digest()
  return token !== '' && given.length === right.length && timingSafeEqual(given, right) ? token : null
}
