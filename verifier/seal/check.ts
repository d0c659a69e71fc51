import type { EvidenceFile } from '../../src/core/evidence/format.ts'
import { type CheckedSeal, checkSeal, toHex } from '../asn1/index.ts'
import { Disproved } from '../disproved.ts'
import { hashContent } from '../pdf/content.ts'
import type { Trust } from '../trust.ts'
import { takeApart } from './place.ts'
import { areShownGood, type Chain, checkKept, checkStamps, crlsOf } from './proofs.ts'
import { judge } from './refusals.ts'
import { checkWhole, tokenOf } from './whole.ts'

/** A document in which a trusted seal covers every byte. */
export type SealedFile = {
  seal: CheckedSeal
  level: EvidenceFile['level']
  evidence: Uint8Array
  /** The hash of everything but the seal (hex), and the proof that it was logged. Null in an older document. */
  content: { sha256: string; proof: Uint8Array } | null
}

const levels: readonly EvidenceFile['level'][] = ['B-T', 'B-LT', 'B-LTA']

/** Verifies the seal of a document and everything added after it. Throws Disproved. */
export async function checkDocument(bytes: Uint8Array, trust: Trust): Promise<SealedFile> {
  const { seal: place, archives, draft, start } = await takeApart(bytes)
  const rules = {
    digest: await place.digest(),
    sealRoots: trust.sealRoots,
    timeRoots: trust.timeRoots,
    crls: crlsOf(archives),
  }
  const seal = await judge('seal', () => checkSeal(place.der, rules))
  checkWhole(place.der, seal.chain, 'seal_form')
  checkWhole(tokenOf(place.der), seal.token.chain, 'time_form')
  const stamps = await checkStamps(archives, seal.token.at, trust)
  const chains: Chain[] = [{ certificates: seal.chain, at: seal.token.at }, ...[seal.token, ...stamps].map(chainOf)]
  await checkKept(archives, chains)
  // The chain of the last timestamp needs no proof yet. A later timestamp will prove it.
  const isLong = archives.length > 0 && (await areShownGood(archives, chains.slice(0, 2)))
  const level = !isLong ? 'B-T' : stamps.length > 0 ? 'B-LTA' : 'B-LT'
  const { evidence, proof } = place
  const content = proof && { sha256: toHex(await hashContent(bytes.subarray(0, start), draft)), proof }
  return { seal, level, evidence, content }
}

function chainOf({ chain, at }: CheckedSeal['token']): Chain {
  return { certificates: chain, at }
}

/** Throws Disproved when a document has a lower level than it was sealed for. */
export function checkLevel(found: EvidenceFile['level'], aimed: EvidenceFile['level']): void {
  if (levels.indexOf(found) < levels.indexOf(aimed)) throw new Disproved('level_lowered', { found, aimed })
}
