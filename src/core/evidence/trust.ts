import type { Handle } from '../../db/index.ts'
import { writePem } from './certificates.ts'
import type { WitnessPolicy } from './cosign-heads.ts'
import { listCertificates } from './identities.ts'
import { listLogKeys } from './keys.ts'
import { writeVerifier } from './note.ts'
import type { SealKind } from './seal-tools.ts'

/** What a verifier needs in order to trust the signatures of this installation. */
export type Trust = {
  version: 1
  origin: string
  seal_roots: string[]
  timestamp_roots: string[]
  logs: { origin: string; keys: { vkey: string; from: string; until: string | null }[] }[]
  witnesses: { name: string; vkey: string }[]
  quorum: number
  /** Documents that were sealed after this time need the quorum. */
  quorum_from?: string
  /** From this time on, the log has the content of each document before its seal. */
  content_from?: string
}

/** What the settings add to the trust file: the roots (DER) of external timestamp authorities, and the witnesses. */
export type TrustSettings = { timestampRoots: readonly Buffer[]; witnesses: WitnessPolicy }

/**
 * The trust file: roots of seals and timestamps, keys of all logs, and witnesses. Old roots and keys stay in it. Runs
 * on the system handle.
 */
export async function readTrust(db: Handle, origin: string, settings: TrustSettings): Promise<Trust> {
  const keys = await listLogKeys(db)
  const logs = await db.selectFrom('evidence_logs').select('origin').orderBy('origin').execute()
  const named = logs.map((log) => ({
    origin: log.origin,
    keys: keys.map(({ publicKey, from, until }) => ({
      vkey: writeVerifier({ name: log.origin, publicKey }),
      from: from.toISOString(),
      until: until?.toISOString() ?? null,
    })),
  }))
  const certificates = await listCertificates(db)
  const rootsFor = (purpose: SealKind) =>
    certificates
      .filter((one) => one.purpose === purpose && (one.isRoot || one.chain.length > 0))
      .map((one) => one.chain.at(-1) ?? one.certificate)
  const { witnesses, quorum } = settings.witnesses
  const { witnessed_from, content_from } = await db
    .selectFrom('evidence_cursor')
    .select(['witnessed_from', 'content_from'])
    .executeTakeFirstOrThrow()
  return {
    version: 1,
    origin,
    seal_roots: writePems(rootsFor('seal')),
    timestamp_roots: writePems([...rootsFor('time'), ...settings.timestampRoots]),
    logs: named,
    witnesses: witnesses.map(({ vkey }) => ({ name: vkey.slice(0, vkey.indexOf('+')), vkey })),
    // The first start with witnesses is the time from which documents wait for them. Earlier documents have no
    // cosignature.
    quorum: witnessed_from ? quorum : 0,
    ...(witnessed_from && { quorum_from: witnessed_from.toISOString() }),
    ...(content_from && { content_from: content_from.toISOString() }),
  }
}

/** Certificates as PEM, without duplicates. */
function writePems(certificates: readonly Buffer[]): string[] {
  return [...new Set(certificates.map(writePem))]
}
