import ipaddr from 'ipaddr.js'
import { addressOf } from './origin.ts'

/** A request as limits by address see it. */
export type LimitedRequest = { ip: string; socket: { remoteAddress?: string | undefined } }

/**
 * Whom limits by address count as one: an IPv4 address, however it is written, or the /64 of an IPv6 address, which is
 * the least that one customer of a network gets. What a proxy passes on that is no address counts as the proxy's.
 */
export function addressToLimit(request: LimitedRequest): string {
  const address = addressOf(request.ip) ?? addressOf(request.socket.remoteAddress ?? '')
  if (address === null) return 'unknown'
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString()}/64`
}
