import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import type { WitnessPolicy } from './cosign-heads.ts'
import { type EvidenceFacts, writeEvidence } from './file.ts'
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
import type { Imported, Refreshed, Sealed, SealIdentity, SealKind, SealRequest, TimeAuthority } from './seal-tools.ts'

/** How an installation seals. Without an address the built-in authority stamps; else the addresses do, in their order. */
export type SealSettings = {
  level: SealLevel
  authorities: { url: string; roots: Uint8Array[] }[]
  /** Files with lists of what authorities elsewhere have revoked, as they are now. */
  readRevocations?(): Promise<Uint8Array[]>
}

/** `witnesses`: whose cosignatures the heads must have that documents are proved by. */
export type Sealing = SealKeys & { settings: SealSettings; witnesses: WitnessPolicy }

/** What gives a finished document its proof. */
export type Prover = {
  level: SealLevel
  /** Where a reader has a document verified that holds the evidence of a hash. */
  verifyAt(evidenceSha256: string): string
  /** Writes the evidence of a trail, once all its rows are in the log. Throws `log_pending` when they are not within some seconds. */
  writeEvidence(ctx: Context, chain: Id, facts: EvidenceFacts): Promise<Buffer>
  /** Seals a document with its evidence inside. Throws SealError; never gives less than its level. */
  seal(request: Pick<SealRequest, 'pdf' | 'evidence' | 'name' | 'reason'>): Promise<Sealed>
  /** Another timestamp over a document of B-LTA. Throws SealError. */
  refresh(pdf: Uint8Array): Promise<Refreshed>
}

const mostWaitMs = 10_000
const lookAgainMs = 50

/** What gives documents their proof with the keys of this installation. */
export function createProver(sealing: Sealing): Prover {
  const { level } = sealing.settings
  return {
    level,
    verifyAt: (hash) => `${sealing.publicUrl()}/verify#${hash}`,
    writeEvidence: (ctx, chain, facts) =>
      awaitEvidence(sealing, () => writeEvidence(ctx, chain, facts, sealing.witnesses.quorum > 0)),
    async seal(request) {
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

/** Who would seal or stamp in place of those who do now. */
type Candidate = { purpose: SealKind; identity: SealIdentity }

/** Tries all that a seal needs, but a document; with a candidate, as if that acted. Throws SealError with what is wrong. */
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
}

/**
 * Seals, or stamps, with a certificate of the operator's from now on, when a whole seal with it has worked: otherwise the one
 * before acts on. Throws SealError and ImportRefused.
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

/**
 * What throws `seal_not_ready` while no document could be sealed. A seal that was tried well is believed for a minute, so that
 * publishing costs no more. `tell` gets what was wrong.
 */
export function createSealGate(sealing: Sealing, tell: (error: unknown) => void): () => Promise<void> {
  let provedAt = Number.NEGATIVE_INFINITY
  let trying: Promise<void> | undefined
  // It is asked in the transaction of a request, and needs one of its own.
  const outside = AsyncLocalStorage.snapshot()
  return async () => {
    if (performance.now() - provedAt < provedForMs) return
    trying ??= outside(rehearseSeal, sealing).finally(() => {
      trying = undefined
    })
    try {
      await trying
      provedAt = performance.now()
    } catch (error) {
      tell(error)
      throw new DomainError('unavailable', 'seal_not_ready', say('seal_not_ready'), { retryAfterSeconds: 60 })
    }
  }
}

/** Extends the logs until all rows of a trail are in them: who records elsewhere just now holds them back for a moment. */
async function awaitEvidence(sealing: Sealing, write: () => Promise<Buffer>): Promise<Buffer> {
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
