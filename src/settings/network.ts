import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import ipaddr from 'ipaddr.js'
import { quote } from './kinds.ts'

/** Names of whole kinds of networks, as the HTTP server knows them. */
const namedNetworks = ['loopback', 'linklocal', 'uniquelocal']
const label = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/

/** An address or a name to listen on. IPv6 may have brackets. */
export function parseListenHost(text: string): string {
  const bare = /^\[(.*)\]$/.exec(text)?.[1] ?? text
  if (isIP(bare)) return bare
  if (/^[a-z]+:\/\//i.test(text)) throw new Error(`must be an address or a name without http://, not ${quote(text)}`)
  if (/^[^:]+:\d+$/.test(text)) throw new Error(`must be an address or a name without a port; PORT has that`)
  if (isHostName(bare)) return bare
  throw new Error(
    `must be an address or a name of this machine like 127.0.0.1, :: or 0.0.0.0 for all, not ${quote(text)}`,
  )
}

/** A domain name in lower case, as in a Host header: without scheme, port and final dot. */
export function parseDomain(text: string): string {
  const name = domainToASCII(text.replace(/\.$/, '')).toLowerCase()
  // Sub-domains add two labels, so the name leaves room for them.
  if (isHostName(name) && name.length <= 180 && !/[/:@?#]/.test(text)) return name
  throw new Error(`must be a domain like sealane.example.com, without https:// and port, not ${quote(text)}`)
}

/** An address or a CIDR range of a proxy. A name is refused, because nothing resolves it. */
export function parseProxy(text: string): string {
  if (namedNetworks.includes(text) || isIP(text) || isRange(text)) return text
  throw new Error(
    `must be IP addresses or CIDR ranges like 10.0.0.0/8, or ${namedNetworks.join(', ')}, with commas between; not ${quote(text)}`,
  )
}

/** A CIDR range. */
export function parseRange(text: string): string {
  if (isRange(text)) return text
  const hint = isIP(text) ? `; for this one address write ${text}/${isIP(text) === 4 ? 32 : 128}` : ''
  throw new Error(`must be CIDR ranges like 10.0.0.0/8, with commas between; not ${quote(text)}${hint}`)
}

function isRange(text: string): boolean {
  return /^[0-9a-f.:]+\/\d{1,3}$/i.test(text) && isIP(text.split('/')[0] ?? '') > 0 && ipaddr.isValidCIDR(text)
}

/** A host name. Its last label is not a number, because 256.1.1.1 is a mistyped address. */
function isHostName(text: string): boolean {
  const labels = text.toLowerCase().split('.')
  return labels.every((one) => label.test(one)) && !/^\d+$/.test(labels.at(-1) ?? '')
}
