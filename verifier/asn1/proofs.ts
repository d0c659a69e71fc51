import { compareBytes, isSame } from './bytes.ts'
import type { Certificate } from './certificates.ts'
import { isFrom } from './chain.ts'
import { type Crl, readCrl } from './crls.ts'
import { Refused } from './refused.ts'

/** The certificates of chains, and a revocation list of each of their issuers, for later verification. */
type FoundProofs = { certificates: Uint8Array[]; crls: Uint8Array[] }

/** Allows for different clocks of the servers that make and use lists. */
const toleranceMs = 5 * 60_000

/**
 * Exactly what is needed to verify chains later, sorted by bytes. Uses only lists that are valid at that time. Throws
 * Refused when an issuer's list is missing.
 */
export async function findProofs(
  chains: readonly (readonly Certificate[])[],
  given: readonly Uint8Array[],
  at: Date,
): Promise<FoundProofs> {
  const lists = distinct(given).map(readCrl)
  const crls: Uint8Array[] = []
  for (const chain of chains) {
    for (const issuer of chain.slice(1)) crls.push((await findList(lists, issuer, at)).bytes)
  }
  return { certificates: distinct(chains.flat().map((one) => one.bytes)), crls: distinct(crls) }
}

// The newest valid list of an issuer.
async function findList(lists: readonly Crl[], issuer: Certificate, at: Date): Promise<Crl> {
  const holding = lists.filter((list) => isSame(list.issuer, issuer.subject) && holds(list, at.getTime()))
  for (const list of holding.sort((a, b) => b.from.getTime() - a.from.getTime())) {
    if (await isFrom(list, issuer)) return list
  }
  throw new Refused('proof_missing', 'The list of what an authority has revoked is missing, or does not hold any more.')
}

function holds({ from, until }: Crl, at: number): boolean {
  return from.getTime() <= at + toleranceMs && until !== null && until.getTime() >= at - toleranceMs
}

function distinct(all: readonly Uint8Array[]): Uint8Array[] {
  const sorted = [...all].sort(compareBytes)
  return sorted.filter((one, index) => index === 0 || !isSame(one, sorted[index - 1] ?? one))
}
