import type { KeyAlgorithm, SealIdentity, SealLevel, SealRequest, TimeAuthority } from '../../core/evidence/index.ts'
import type { Send } from '../../core/webhooks/index.ts'
import { issueLeaf, makeCrl, makeLeaf, makeRoot } from './certificates.ts'

/** An outbound HTTP for authorities that ask nobody. */
export const nobody: Send = async () => ({
  kind: 'failure',
  word: 'connection_refused',
  error: { code: 'connection_refused', params: {} },
})

export const now: Date = new Date('2026-11-21T09:42:17Z')

export type Installation = { seal: SealIdentity; time: SealIdentity }

/** The identities of an installation: a chain for seals, another for timestamps, and their revocation lists. */
export async function newInstallation(algorithm: KeyAlgorithm = 'ec-p256'): Promise<Installation> {
  return { seal: await newIdentity('seal', algorithm), time: await newIdentity('time', algorithm) }
}

export async function newIdentity(
  kind: 'seal' | 'time',
  algorithm: KeyAlgorithm = 'ec-p256',
  from = now,
  purpose?: Uint8Array,
): Promise<SealIdentity> {
  const root = await makeRoot({ kind, name: `Acme root of ${kind}s`, algorithm, now: from, years: 20 })
  const options = { kind, name: `Acme ${kind}`, algorithm, now: from, days: 800 }
  const leaf = purpose ? await issueLeaf(root, options, purpose) : await makeLeaf(root, options)
  const nextUpdate = new Date(from.getTime() + 90 * 86_400_000)
  const crl = await makeCrl(root, { now: from, number: 1n, nextUpdate, revoked: [] })
  return { key: { pkcs8: leaf.privateKey }, chain: [leaf.certificate, root.certificate], crls: [crl] }
}

export function builtIn(identity: SealIdentity): TimeAuthority {
  let serial = 41n
  return { kind: 'built-in', identity, nextSerial: async () => ++serial }
}

export function evidenceOf(level: SealLevel): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ format: 'sealane-evidence/1', level }))
}

export function requestOf(pdf: Uint8Array, { seal, time }: Installation, level: SealLevel = 'B-T'): SealRequest {
  return {
    pdf,
    evidence: evidenceOf(level),
    level,
    identity: seal,
    authorities: [builtIn(time)],
    at: now,
    name: 'Acme Öl & Co.',
    reason: 'Signed by all',
  }
}
