import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Place } from './index.ts'

/**
 * The prefix of cookie names. Under TLS, `__Host-` binds a cookie to one host, so that other hosts of the domain cannot
 * read or set it. Below a path, only `__Secure-` works.
 */
export function cookiePrefix({ origin, prefix }: Place): string {
  if (!origin.startsWith('https:')) return 'sealane'
  return prefix === '' ? '__Host-sealane' : '__Secure-sealane'
}

/** The session token in a browser's cookies if its signature is ours, else null. */
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
