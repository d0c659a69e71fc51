import ipaddr from 'ipaddr.js'
import { addressOf } from './origin.ts'

/** What limits by address read of a request. */
export type LimitedRequest = { ip: string; socket: { remoteAddress?: string | undefined } }

/**
 * The address that limits count requests by: an IPv4 address in one form, or the /64 of an IPv6 address, which is
 * the least that one customer gets. When a proxy passes on something that is no address, the proxy's own counts.
 */
export function addressToLimit(request: LimitedRequest): string {
  const address = addressOf(request.ip) ?? addressOf(request.socket.remoteAddress ?? '')
  if (address === null) return 'unknown'
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString()}/64`
}
