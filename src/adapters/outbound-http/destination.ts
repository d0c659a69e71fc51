import { isIP } from 'node:net'
import type { AttemptError } from '../../texts/index.ts'
import type { AddressJudge, AddressPolicy } from './addresses.ts'
import type { Resolve } from './resolve.ts'

export type DestinationPolicy = AddressPolicy & {
  addresses: AddressJudge
  /** Allowed ports besides those of exempt addresses. */
  allowedPorts: readonly number[]
  /** Our own host names: a webhook to them would call itself. */
  ownHosts: readonly string[]
}

/** A judged address to connect to. On this machine it has both families, because a receiver may listen on either. */
export type Target = { url: URL; address: string; family: 4 | 6; addresses: readonly string[] }

/**
 * Why a destination is refused. The text is the same for every address, so that nobody can map the inside of a network
 * with it.
 */
type Objection = Extract<AttemptError, { code: `destination_${string}` }>

/** A destination that must not be used. */
export class RefusedDestination extends Error {
  readonly reason: Objection

  constructor(reason: Objection) {
    super(reason.code)
    this.reason = reason
  }
}

function refused(code: Exclude<Objection['code'], 'destination_port'>): RefusedDestination {
  return new RefusedDestination({ code, params: {} })
}

const hiddenNames = /(^|\.)(localhost|local|internal|home\.arpa|localdomain|lan|corp|svc|cluster\.local)$/

/** Judges a URL without a look-up of its name. Throws RefusedDestination. */
export function parseDestination(text: string, policy: DestinationPolicy): URL {
  if (/[\s\\]/.test(text) || !URL.canParse(text)) throw refused('destination_url')
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refused('destination_https')
  if (url.username || url.password) throw refused('destination_credentials')
  const host = hostOf(url)
  if (url.port === '0' || !canBeName(host)) throw refused('destination_url')
  if (policy.ownHosts.some((own) => host === own || host.endsWith(`.${own}`))) throw notAllowed()
  const literal = isIP(host) > 0
  if (literal && !policy.addresses.isAllowed(host)) throw notAllowed()
  if (!literal && isHidden(host) && !policy.allowedRanges.length && !isDevelopmentName(host, policy)) throw notAllowed()
  if (literal) checkExposure(url, [host], policy)
  return url
}

/**
 * Resolves the name of the destination, judges every address, and picks one to connect to. Throws RefusedDestination.
 */
export function findTarget(text: string, policy: DestinationPolicy, resolve: Resolve): Promise<Target> | Target {
  const url = parseDestination(text, policy)
  const host = hostOf(url)
  if (isIP(host)) return judgeAddresses(url, [host], policy)
  return resolve(host).then((addresses) => judgeAddresses(url, addresses, policy))
}

function judgeAddresses(url: URL, addresses: string[], policy: DestinationPolicy): Target {
  if (!addresses.every((address) => policy.addresses.isAllowed(address))) throw notAllowed()
  checkExposure(url, addresses, policy)
  const address = addresses[0]
  if (!address) throw refused('destination_unresolved')
  const isHere = addresses.every((one) => one === '::1' || one === '127.0.0.1')
  return { url, address, family: isIP(address) === 6 ? 6 : 4, addresses: isHere ? addresses : [address] }
}

// Plain http and unusual ports are only for opened addresses, and for development.
function checkExposure(url: URL, addresses: readonly string[], policy: DestinationPolicy): void {
  const exempt = addresses.every((address) => policy.addresses.isExempt(address))
  if (exempt) return
  if (url.protocol === 'http:') throw refused('destination_https')
  const port = Number(url.port || 443)
  if (!policy.allowedPorts.includes(port)) {
    throw new RefusedDestination({ code: 'destination_port', params: { ports: policy.allowedPorts.join(', ') } })
  }
}

// RFC 1035, section 2.3.4.
function canBeName(host: string): boolean {
  return (
    host.length <= 253 && (isIP(host) > 0 || host.split('.').every((label) => label.length > 0 && label.length <= 63))
  )
}

/** The host without brackets and final dot. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}

function isHidden(host: string): boolean {
  return !host.includes('.') || hiddenNames.test(host)
}

function isDevelopmentName(host: string, policy: DestinationPolicy): boolean {
  return policy.development && /(^|\.)localhost$/.test(host)
}

function notAllowed(): RefusedDestination {
  return refused('destination_forbidden')
}
