import { existsSync } from 'node:fs'
import { quote } from './kinds.ts'

const sslModes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify', 'allow']
const encodeHint = 'characters like @ : / ? # % in its password are written as %40 %3A %2F %3F %23 %25'

/** The public URL of the server, without a final slash. A path in it is the prefix that a proxy serves. */
export function parsePublicUrl(text: string): string {
  const example = 'must be an address like https://sign.example.com'
  const url = URL.parse(text)
  if (!url || !/^https?:\/\/[^/]/i.test(text) || /[\s\\]/.test(text)) throw new Error(`${example}, not ${quote(text)}`)
  if (url.username || url.password) throw new Error(`${example}, without user and password`)
  if (/[?#]/.test(text)) throw new Error(`${example}, without ? and #; not ${quote(text)}`)
  const path = url.pathname.replace(/\/+$/, '')
  if (!/^(\/[\w~.-]+)*$/.test(path)) throw new Error(`may have a path of plain words like /sealane; not ${quote(text)}`)
  return url.origin + path
}

/** Messages never quote the value, because it contains a password. */
export function parseDatabaseUrl(text: string): string {
  const url = parseServer(text, ['postgres', 'postgresql'], 'postgres://user:password@host:5432/database')
  const mode = url.searchParams.get('sslmode')
  if (mode !== null && !sslModes.includes(mode))
    throw new Error(`has an sslmode that does not exist; use one of ${sslModes.join(', ')}`)
  for (const name of ['sslrootcert', 'sslcert', 'sslkey']) {
    const file = url.searchParams.get(name)
    if (file !== null && !existsSync(file)) throw new Error(`names a missing file as ${name}`)
  }
  return text
}

/** Messages never quote the value, because it may contain a password. */
export function parseRedisUrl(text: string): string {
  const url = parseServer(text, ['redis', 'rediss'], 'redis://:password@host:6379/0')
  if (/^\/?(\d{1,5})?$/.test(url.pathname)) return text
  throw new Error('must end with the number of a database, or nothing: redis://:password@host:6379/0')
}

/** Messages never quote the value, because it may contain a password. */
export function parseProxyUrl(text: string): string {
  const url = parseServer(text, ['http', 'https'], 'http://user:password@proxy.example.com:3128')
  if (url.pathname !== '/' || /[?#]/.test(text))
    throw new Error('must end after the port: http://proxy.example.com:3128')
  return url.href
}

/** Messages never quote the value, because it contains a password. */
export function parseSmtpUrl(text: string): string {
  parseServer(text, ['smtp', 'smtps'], 'smtp://user:password@mail.example.com:587')
  return text
}

function parseServer(text: string, schemes: readonly string[], example: string): URL {
  const scheme = /^([a-z+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined || !schemes.includes(scheme)) {
    throw new Error(
      `must be an address like ${example}; it begins with ${schemes.map((one) => `${one}://`).join(' or ')}`,
    )
  }
  // A server on a Unix socket has no host in its URL, and its folder is in the query.
  const url = URL.parse(text.replace(/^([^?]*@|[a-z]+:\/\/)\/(?=[^?]*\?.*\bhost=)/i, '$1localhost/'))
  if (!url?.hostname) throw new Error(`cannot be read; it is like ${example}, and ${encodeHint}`)
  if (/[\s]/.test(text) || !isWellEncoded([url.username, url.password]))
    throw new Error(`cannot be read: ${encodeHint}`)
  return url
}

function isWellEncoded(parts: readonly string[]): boolean {
  try {
    return parts.map(decodeURIComponent).length > 0
  } catch {
    return false
  }
}
