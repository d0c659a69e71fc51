import type { IncomingHttpHeaders } from 'node:http'
import ipaddr from 'ipaddr.js'

/** Whether the server believes the X-Forwarded-* headers of a neighbour. */
export type Trust = (address: string | undefined) => boolean

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number]

/** The networks for the words of TRUSTED_PROXIES. */
const named: Record<string, readonly string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
}
/** Headers that proxies add and clients do not. */
const forwarding = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'forwarded', 'x-real-ip'] as const

/** Judges neighbours by addresses, CIDR ranges and words for networks. */
export function createTrust(proxies: readonly string[]): Trust {
  const ranges = proxies.flatMap((proxy) => named[proxy] ?? [proxy]).map(rangeOf)
  return (text) => {
    if (ranges.length === 0 || text === undefined || !ipaddr.isValid(text)) return false
    const address = ipaddr.process(text)
    return ranges.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits))
  }
}

/** Whether a proxy has forwarded the request. */
export function isPassedOn(headers: IncomingHttpHeaders): boolean {
  return forwarding.some((name) => headers[name] !== undefined)
}

/** The last value of a header, which the nearest proxy wrote. */
export function lastOf(value: string | string[] | undefined): string | undefined {
  const text = Array.isArray(value) ? value.at(-1) : value
  return text?.split(',').at(-1)?.trim()
}

function rangeOf(text: string): Range {
  if (text.includes('/')) return ipaddr.parseCIDR(text)
  const address = ipaddr.process(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}
