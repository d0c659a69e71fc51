import ipaddr from 'ipaddr.js'
import { addressOf } from './origin.ts'

/** The part of a request that limits by address read. */
export type LimitedRequest = { ip: string; socket: { remoteAddress?: string | undefined } }

/**
 * The address by which limits count requests: an IPv4 address in one form, or the /64 of an IPv6 address, because a
 * customer gets at least a /64. If a proxy forwards an invalid address, the address of the proxy counts.
 */
export function addressToLimit(request: LimitedRequest): string {
  const address = addressOf(request.ip) ?? addressOf(request.socket.remoteAddress ?? '')
  if (address === null) return 'unknown'
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString()}/64`
}
