import ipaddr from 'ipaddr.js'

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number]

// The IANA special-purpose registries, and 168.63.129.16, the host of Azure, which has a public address.
const refusedV4 = ranges(
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24',
  '192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
  '168.63.129.16/32',
)
// Everything outside 2000::/3 is refused first; these are the refused ranges inside it.
const globalV6 = ranges('2000::/3')
const refusedV6 = ranges('2001::/23 2001:db8::/32 3fff::/20')
const nat64 = ranges('64:ff9b::/96')
const sixToFour = ranges('2002::/16')
const loopback = ranges('127.0.0.0/8 ::1/128')

const verdictsKept = 10_000

export type AddressJudge = { isAllowed(address: string): boolean; isExempt(address: string): boolean }

export type AddressPolicy = {
  /** Loopback is allowed in development. */
  development: boolean
  /** Ranges that the operator has opened. */
  allowedRanges: readonly string[]
}

/** Whether a connection to this address may be made. IPv4 inside IPv6 is unwrapped and judged as IPv4. */
function isAllowedAddress(text: string, policy: AddressPolicy): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = unwrap(ipaddr.parse(text))
  if (isExempt(text, policy)) return true
  if (address.kind() === 'ipv4') return !within(address, refusedV4)
  return within(address, globalV6) && !within(address, refusedV6) && !isIsatap(address)
}

/** Judges addresses under one policy, each once, because the verdict depends on nothing else. */
export function createAddressJudge(policy: AddressPolicy): AddressJudge {
  const remember = (judge: (text: string) => boolean) => {
    const verdicts = new Map<string, boolean>()
    return (text: string) => {
      const known = verdicts.get(text)
      if (known !== undefined) return known
      if (verdicts.size >= verdictsKept) verdicts.clear()
      const verdict = judge(text)
      verdicts.set(text, verdict)
      return verdict
    }
  }
  return {
    isAllowed: remember((text) => isAllowedAddress(text, policy)),
    isExempt: remember((text) => isExempt(text, policy)),
  }
}

/** Whether the operator, or development mode, has opened this address. */
function isExempt(text: string, policy: AddressPolicy): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = unwrap(ipaddr.parse(text))
  return (policy.development && within(address, loopback)) || within(address, ranges(...policy.allowedRanges))
}

function unwrap(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (!(address instanceof ipaddr.IPv6)) return address
  if (address.isIPv4MappedAddress()) return address.toIPv4Address()
  const bytes = address.toByteArray()
  if (within(address, nat64)) return ipaddr.fromByteArray(bytes.slice(12))
  if (within(address, sixToFour)) return ipaddr.fromByteArray(bytes.slice(2, 6))
  return address
}

// ISATAP: the interface identifier is ::0:5efe:a.b.c.d or ::200:5efe:a.b.c.d.
function isIsatap(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  const bytes = address.toByteArray()
  return bytes[10] === 0x5e && bytes[11] === 0xfe
}

function within(address: ipaddr.IPv4 | ipaddr.IPv6, list: readonly Range[]): boolean {
  return list.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits))
}

function ranges(...lists: string[]): Range[] {
  return lists.flatMap((list) => list.split(' ')).map((cidr) => ipaddr.parseCIDR(cidr))
}
