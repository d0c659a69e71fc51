import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import type { SealReason } from '../../texts/index.ts'
import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import type { WitnessPolicy } from './cosign-heads.ts'
import { type Evidence, type EvidenceFacts, writeEvidence } from './file.ts'
import type { SealLevel } from './format.ts'
import {
  ImportRefused,
  importIdentity,
  listCertificates,
  presentIdentity,
  readCrls,
  type SealKeys,
} from './identities.ts'
import { extendLogs } from './log.ts'
import { hostOf } from './origin.ts'
import { type Place, writeRowProof } from './prove.ts'
import { reasonOf } from './seal-fault.ts'
import type {
  ContentProof,
  Imported,
  Refreshed,
  Sealed,
  SealIdentity,
  SealKind,
  SealRequest,
  TimeAuthority,
} from './seal-tools.ts'
import { rehearseStorage } from './storage.ts'

/** How an installation seals. Without authorities the built-in one stamps; otherwise they are asked in this order. */
export type SealSettings = {
  level: SealLevel
  authorities: { url: string; roots: Uint8Array[] }[]
  /** Reads files with the present revocation lists of external authorities. */
  readRevocations?(): Promise<Uint8Array[]>
}

/** `witnesses` is the policy for the checkpoints of documents. */
export type Sealing = SealKeys & { settings: SealSettings; witnesses: WitnessPolicy }

/** Seals finished documents and writes their evidence. */
export type Prover = {
  level: SealLevel
  /** The URL at which a reader can verify a document, by the hash of its evidence. */
  verifyAt(evidenceSha256: string): string
  /**
   * Writes the evidence of a trail once all its rows are in the log. Throws `log_pending` when that takes too long.
   */
  writeEvidence(ctx: Context, chain: Id, facts: EvidenceFacts): Promise<Evidence>
  /** The proof that a row is in the log. Waits for the log, and throws `log_pending` when that takes too long. */
  proveRow(ctx: Context, place: Place): Promise<ContentProof>
  /**
   * Seals a document with its evidence inside, at the configured level. An hour after the first seal with `prove`, a
   * verifier refuses seals without it. Throws SealError.
   */
  seal(request: Pick<SealRequest, 'pdf' | 'isSetHere' | 'evidence' | 'name' | 'reason' | 'prove'>): Promise<Sealed>
  /** Adds a timestamp to a B-LTA document. Throws SealError. */
  refresh(pdf: Uint8Array): Promise<Refreshed>
}

const mostWaitMs = 10_000
const lookAgainMs = 50

/** A prover with the keys of this installation. */
export function createProver(sealing: Sealing): Prover {
  const { level } = sealing.settings
  return {
    level,
    verifyAt: (hash) => `${sealing.publicUrl()}/verify#${hash}`,
    writeEvidence: (ctx, chain, facts) =>
      awaitLog(sealing, () => writeEvidence(ctx, chain, facts, sealing.witnesses.quorum > 0)),
    async proveRow(ctx, place) {
      const bytes = await awaitLog(sealing, () => writeRowProof(ctx, place, sealing.witnesses.quorum > 0))
      return { bytes, at: sealing.now() }
    },
    async seal(request) {
      if (request.prove) await noteContent(sealing)
      const [identity, authorities] = await Promise.all([presentSealer(sealing), listAuthorities(sealing)])
      return sealing.tools.seal({ ...request, level, identity, authorities, at: sealing.now() })
    },
    refresh: (pdf) => refresh(sealing, pdf),
  }
}

async function refresh(sealing: Sealing, pdf: Uint8Array): Promise<Refreshed> {
  const authorities = await listAuthorities(sealing)
  const certificates = await listCertificates(sealing.db)
  const ours = certificates
    .filter(({ purpose, isRoot, chain }) => purpose === 'time' && (isRoot || chain.length > 0))
    .map((one) => one.chain.at(-1) ?? one.certificate)
  const theirs = sealing.settings.authorities.flatMap(({ roots }) => roots)
  const crls = await readCrls(sealing.db, 'time')
  return sealing.tools.refresh({ pdf, timeRoots: [...ours, ...theirs], crls, authorities, at: sealing.now() })
}

/** An identity that would replace the present one. */
type Candidate = { purpose: SealKind; identity: SealIdentity }

/**
 * Tries everything that a seal needs except a document, with the candidate instead of the present identity:
 * certificate, authority and storage. Throws SealError, StorageFailed.
 */
export async function rehearseSeal(sealing: Sealing, candidate?: Candidate): Promise<void> {
  const { level } = sealing.settings
  const [identity, authorities] = await Promise.all([
    candidate?.purpose === 'seal' ? candidate.identity : presentSealer(sealing),
    candidate?.purpose === 'time' ? [builtIn(sealing, candidate.identity)] : listAuthorities(sealing),
  ])
  await sealing.tools.rehearse({
    level,
    identity,
    authorities,
    at: sealing.now(),
    name: 'Sealane',
    reason: 'rehearsal',
  })
  await rehearseStorage(sealing)
}

/**
 * Imports an operator's certificate after a full rehearsal with it. If the rehearsal fails, the present certificate
 * stays.
 * Throws SealError, ImportRefused.
 */
export async function bringIdentity(
  sealing: Sealing,
  purpose: SealKind,
  { privateKey, chain }: Imported,
): Promise<void> {
  const { command } = sealing
  const key = privateKey ? { pkcs8: privateKey } : command ? { command } : null
  if (!key) throw new ImportRefused('key_missing')
  await rehearseSeal(sealing, { purpose, identity: { key, chain, crls: await listRevocations(sealing) } })
  await importIdentity(sealing, purpose, { privateKey, chain })
}

const provedForMs = 60_000
/** Publishing waits no longer than this for a signing command, and does not wait again within the next seconds. */
const mostTryMs = 10_000

/**
 * Returns a function that throws `seal_not_ready`, with the reason, while no document can be sealed. A good rehearsal
 * counts for a minute and a failed one for some seconds, so that publishing stays fast. `tell` gets the error.
 */
export function createSealGate(
  sealing: Sealing,
  tell: (error: unknown) => void,
  waitMs: number = mostTryMs,
): () => Promise<void> {
  let provedAt = Number.NEGATIVE_INFINITY
  let refused: { at: number; reason: SealReason } | null = null
  let trying: Promise<SealReason | null> | undefined
  // The gate is called inside a request's transaction. The rehearsal needs a transaction of its own, so it runs outside
  // of that async context.
  const outside = AsyncLocalStorage.snapshot()
  const rehearse = async (): Promise<SealReason | null> => {
    try {
      await rehearseSeal(sealing)
      provedAt = performance.now()
      return null
    } catch (error) {
      tell(error)
      return reasonOf(error)
    } finally {
      trying = undefined
    }
  }
  return async () => {
    if (performance.now() - provedAt < provedForMs) return
    if (refused && performance.now() - refused.at < waitMs) throw notReady(refused.reason)
    trying ??= outside(rehearse)
    const wait = Promise.withResolvers<SealReason>()
    const timer = setTimeout(() => wait.resolve(sealing.command ? 'signing_slow' : 'authority_failed'), waitMs)
    const reason = await Promise.race([trying, wait.promise]).finally(() => clearTimeout(timer))
    refused = reason && { at: performance.now(), reason }
    if (reason) throw notReady(reason)
  }
}

function notReady(reason: SealReason): DomainError {
  return new DomainError('unavailable', 'seal_not_ready', say('seal_not_ready', { reason }), { retryAfterSeconds: 60 })
}

/** For this long, servers of an older version may run beside this one. They seal without logging the content first. */
const upgradeMs = 3_600_000

/** Stores the time from which the log has the content of each document before its seal. */
async function noteContent({ db, now }: Sealing): Promise<void> {
  const content_from = new Date(now().getTime() + upgradeMs)
  await db.updateTable('evidence_cursor').set({ content_from }).where('content_from', 'is', null).execute()
}

/**
 * Extends the logs until they contain the row that `write` needs. Open transactions elsewhere can delay that for a
 * moment.
 */
async function awaitLog<T>(sealing: Sealing, write: () => Promise<T>): Promise<T> {
  const until = Date.now() + mostWaitMs
  for (;;) {
    try {
      return await write()
    } catch (error) {
      const isPending = error instanceof DomainError && error.code === 'log_pending'
      if (!isPending || Date.now() > until) throw error
    }
    const { db, vault, now, publicUrl } = sealing
    if ((await extendLogs({ db, vault, now, host: () => hostOf(publicUrl()) })) === 0) await delay(lookAgainMs)
  }
}

async function listAuthorities(sealing: Sealing): Promise<TimeAuthority[]> {
  const { authorities } = sealing.settings
  const crls = await listRevocations(sealing)
  if (authorities.length > 0) return authorities.map((one) => ({ kind: 'url', ...one, crls }))
  const identity = await presentIdentity(sealing, 'time')
  return [builtIn(sealing, { ...identity, crls: [...identity.crls, ...crls] })]
}

async function presentSealer(sealing: Sealing): Promise<SealIdentity> {
  const [identity, crls] = await Promise.all([presentIdentity(sealing, 'seal'), listRevocations(sealing)])
  return { ...identity, crls: [...identity.crls, ...crls] }
}

async function listRevocations({ settings, tools }: Sealing): Promise<Uint8Array[]> {
  return tools.readCrls((await settings.readRevocations?.()) ?? [])
}

function builtIn(sealing: Sealing, identity: SealIdentity): TimeAuthority {
  return { kind: 'built-in', identity, nextSerial: () => nextSerial(sealing) }
}

async function nextSerial({ db }: Sealing): Promise<bigint> {
  const { rows } = await sql<{ serial: string }>`select nextval('timestamp_serials')::text as serial`.execute(db)
  return BigInt(rows[0]?.serial ?? 0)
}
