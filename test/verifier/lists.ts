import { makeCrl, makeLeaf, makeRoot } from '../../src/adapters/seal/certificates.ts'
import { algorithmOf, signWith } from '../../src/adapters/seal/keys.ts'
import type { Installation } from '../../src/adapters/seal/stage.fixture.ts'
import type { Issued, SealKind } from '../../src/core/evidence/index.ts'
import { writeSignatureAlgorithm } from '../../verifier/asn1/algorithms.ts'
import { concat } from '../../verifier/asn1/bytes.ts'
import { bits, boolean, context, der, integer, octets, oid, sequence, time } from '../../verifier/asn1/der-write.ts'
import { readCertificate } from '../../verifier/asn1/index.ts'
import { sealedAt } from '../../verifier/evidence/world.fixture.ts'
import { writeArchive } from '../../verifier/pdf/archive.ts'
import { identify, readSealedDocument } from '../../verifier/pdf/document.ts'
import { type SealedSample, type Source, sealSource } from './documents.ts'

const hour = 3_600_000
export const from = (hours: number): Date => new Date(sealedAt.getTime() + hours * hour)

type Chain = { root: Issued; leaf: Issued }
type Chains = Record<SealKind, Chain>

export async function newChains(): Promise<Chains> {
  return { seal: await newChain('seal'), time: await newChain('time') }
}

async function newChain(kind: SealKind): Promise<Chain> {
  const options = { kind, name: `Acme ${kind}`, algorithm: 'ec-p256', now: from(-48) } as const
  const root = await makeRoot({ ...options, name: `Acme ${kind} root`, years: 20 })
  return { root, leaf: await makeLeaf(root, { ...options, days: 800 }) }
}

type ListOptions = { now?: Date; nextUpdate?: Date; revoked?: Date; by?: Issued; extra?: string }

/** The revocation list of a root: its leaf, at a given time. `by` signs instead of the root. */
export async function listOf({ root, leaf }: Chain, options: ListOptions = {}): Promise<Uint8Array> {
  const { now = from(-1), nextUpdate = from(24), revoked, by = root, extra } = options
  const { serial } = readCertificate(leaf.certificate)
  const entries = revoked ? [{ serial, at: revoked }] : []
  if (!extra) return makeCrl(by, { now, number: 1n, nextUpdate, revoked: entries })
  const { subject, publicKey } = readCertificate(root.certificate)
  const algorithm = writeSignatureAlgorithm(algorithmOf(publicKey))
  const critical = sequence(oid(extra), boolean(true), octets(integer(1)))
  const body = sequence(
    integer(1),
    algorithm,
    subject,
    time(now),
    time(nextUpdate),
    der(context(0), sequence(critical)),
  )
  return sequence(body, algorithm, bits(await signWith({ pkcs8: root.privateKey }, publicKey, body)))
}

/** A document that is sealed for B-LT with good lists. */
export async function sealWithLists(source: Source, { seal, time: timed }: Chains): Promise<SealedSample> {
  const identityOf = async (chain: Chain) => ({
    key: { pkcs8: chain.leaf.privateKey },
    chain: [chain.leaf.certificate, chain.root.certificate],
    crls: [await listOf(chain)],
  })
  const installation: Installation = { seal: await identityOf(seal), time: await identityOf(timed) }
  return sealSource(source, { level: 'B-LT', installation })
}

export type Proofs = { certificates: Uint8Array[]; crls: Uint8Array[] }

/** The same document with other proofs behind its seal. */
export async function replaceProofs({ bytes }: SealedSample, proofs: Proofs): Promise<Uint8Array> {
  const { end } = await readSealedDocument(bytes)
  const sealed = bytes.slice(0, end)
  const { state } = await readSealedDocument(sealed)
  const { bytes: revision } = writeArchive(state, { ...proofs, room: null }, await identify(sealed))
  return concat([sealed, revision])
}
