import type { SignatureAlgorithm } from './algorithms.ts'
import { isSame } from './bytes.ts'
import { type Certificate, readKeyIdentifier } from './certificates.ts'
import { type Crl, isRevoked, readCrl } from './crls.ts'
import { oids } from './oids.ts'
import { Refused } from './refused.ts'
import { isSignedBy } from './signatures.ts'

/** The rules for a chain from a certificate to a trusted root. */
type ChainRules = {
  /** Certificates that may be intermediate, in any order. */
  others: readonly Certificate[]
  /** The trusted roots, as whole certificates. */
  roots: readonly Certificate[]
  at: Date
  /** Revocation lists in DER. A list counts if an authority of the chain has signed it. */
  crls?: readonly Uint8Array[]
}

const mostLong = 8
const certSign = 5

/** Critical extensions that are checked here, or that do not matter to seals and timestamps. */
const heeded = new Set<string>([
  oids.basicConstraints,
  oids.keyUsage,
  oids.extendedKeyUsage,
  oids.subjectAltName,
  oids.certificatePolicies,
  oids.crlDistributionPoints,
])

/** The chain from a certificate to a root, both included. Throws Refused when no chain is valid at that time. */
export async function checkChain(leaf: Certificate, rules: ChainRules): Promise<Certificate[]> {
  const chain = [leaf]
  for (let last = leaf; !isAmong(last, rules.roots); ) {
    const issuer = await findIssuer(last, rules)
    if (!issuer || chain.length > mostLong) throw new Refused('chain', 'No chain leads to a root that is believed.')
    checkAuthority(issuer, chain.length - 1)
    chain.push(issuer)
    last = issuer
  }
  for (const one of chain) checkTime(one, rules.at)
  await checkRevoked(chain, rules)
  return chain
}

/**
 * Throws Refused unless the embedded certificates are exactly those of the chain. No signature covers them, so any
 * other set would leave freedom.
 */
export function checkEmbedded(chain: readonly Certificate[], embedded: readonly Certificate[]): void {
  if (embedded.length !== chain.length || !embedded.every((one) => isAmong(one, chain)))
    throw new Refused('spare_certificate', 'The certificates that stand beside a signature are not those of its chain.')
}

export function isAmong(one: Certificate, all: readonly Certificate[]): boolean {
  return all.some((other) => isSame(other.bytes, one.bytes))
}

// The signature decides between several issuers of the same name.
async function findIssuer(below: Certificate, { others, roots }: ChainRules): Promise<Certificate | null> {
  if (!below.algorithm)
    throw new Refused('algorithm', 'A certificate of the chain is signed in a way that is not believed.')
  const wanted = readKeyIdentifier(below, 'issuer')
  for (const one of [...roots, ...others]) {
    if (!isSame(one.subject, below.issuer) || isSame(one.bytes, below.bytes)) continue
    const own = readKeyIdentifier(one, 'own')
    if (wanted && own && !isSame(wanted, own)) continue
    if (await hasIssued(one, below, below.algorithm)) return one
  }
  return null
}

// The verified issuers: the bytes of a certificate's signature, with the public keys that made it. Both are bytes of
// kept certificates.
const makers = new WeakMap<Uint8Array, WeakSet<Uint8Array>>()

async function hasIssued(issuer: Certificate, below: Certificate, algorithm: SignatureAlgorithm): Promise<boolean> {
  const found = makers.get(below.signature) ?? new WeakSet()
  if (found.has(issuer.publicKey)) return true
  if (!(await isSignedBy(issuer.publicKey, algorithm, below.signature, below.signed))) return false
  makers.set(below.signature, found.add(issuer.publicKey))
  return true
}

function checkAuthority(issuer: Certificate, below: number): void {
  const mayIssue =
    issuer.authority && issuer.authority.mostBelow >= below && (issuer.usage === null || issuer.usage.has(certSign))
  if (!mayIssue) throw new Refused('chain', 'A certificate of the chain may not issue others.')
}

function checkTime(one: Certificate, at: Date): void {
  const unknown = [...one.extensions].find(([id, { isCritical }]) => isCritical && !heeded.has(id))
  if (unknown) throw new Refused('critical_extension', `The critical extension ${unknown[0]} is not understood.`)
  if (at < one.from || at > one.until) throw new Refused('expired', 'A certificate was not valid at that time.')
}

async function checkRevoked(chain: readonly Certificate[], { crls = [], at }: ChainRules): Promise<void> {
  const lists = crls.map(readCrl)
  for (const [index, one] of chain.entries()) {
    const issuer = chain[index + 1] ?? one
    for (const list of lists) {
      const isNamed = isSame(list.issuer, issuer.subject) && isRevoked(list, one.serial, at)
      if (isNamed && (await isFrom(list, issuer))) throw new Refused('revoked', 'A certificate was revoked.')
    }
  }
}

/** Whether an authority has signed a revocation list. */
export function isFrom(list: Crl, issuer: Certificate): Promise<boolean> {
  return isSignedBy(issuer.publicKey, list.algorithm, list.signature, list.signed)
}
