import { type Handle, transaction } from '../../db/index.ts'
import { type Misfit, misfit } from '../audit/index.ts'
import type { Id } from '../ids.ts'
import { cosignedAt, readWitnessKey } from './cosignature.ts'
import { type LogHead, readHead } from './log.ts'
import { readNote, type Verifier } from './note.ts'
import { nodesOf } from './tiles.ts'
import { consistencyProof } from './tree.ts'
import { writeWitnessRequest } from './witness.ts'

/** A witness of this installation's logs. `url` is the prefix to which `/add-checkpoint` is appended. */
export type NamedWitness = { vkey: string; url: string }

/** The witnesses, and how many of them must cosign the checkpoint of a proof. The quorum is 0 without witnesses. */
export type WitnessPolicy = { witnesses: readonly NamedWitness[]; quorum: number }

/** Posts a request to a witness. Throws when it does not answer. */
export type AskWitness = (url: string, body: string) => Promise<{ status: number; body: string }>

/** What showing heads to witnesses needs. `db` is the system handle. */
export type Witnessing = { db: Handle; policy: WitnessPolicy; ask: AskWitness; now: () => Date }

const logsAtOnce = 50

/**
 * Stores the time from which documents need cosignatures; older documents stay valid without them. Call it before any
 * document is made. Runs on the system handle.
 */
export async function noteWitnesses(db: Handle, { quorum }: WitnessPolicy, now: Date): Promise<void> {
  await db
    .updateTable('evidence_cursor')
    .set({ witnessed_from: quorum > 0 ? now : null })
    .where('witnessed_from', quorum > 0 ? 'is' : 'is not', null)
    .execute()
}

/**
 * Shows the newest heads to the witnesses, and stores each head that a quorum has cosigned. inspectWitnesses reports a
 * refusal. Runs on the system handle. Returns how many heads were cosigned.
 */
export async function witnessLogs(parts: Witnessing): Promise<number> {
  if (parts.policy.witnesses.length === 0) return 0
  const logs = await parts.db
    .selectFrom('evidence_logs')
    .select('organization_id')
    .whereRef('size', '>', 'witnessed_size')
    .orderBy('signed_at')
    .limit(logsAtOnce)
    .execute()
  const done = await Promise.all(logs.map(({ organization_id }) => witnessLog(parts, organization_id)))
  return done.filter(Boolean).length
}

async function witnessLog(parts: Witnessing, organizationId: Id): Promise<boolean> {
  const head = await readHead(parts.db, organizationId)
  if (!head || head.size === 0) return false
  return (await askAll(parts, organizationId, head)).isCosigned
}

/**
 * Shows a head to all witnesses, and stores it when a quorum has cosigned it. `unheard` lists the witnesses without an
 * answer, with the reasons.
 */
async function askAll(
  parts: Witnessing,
  organizationId: Id,
  head: LogHead,
): Promise<{ isCosigned: boolean; unheard: Misfit[] }> {
  const asked = await Promise.all(parts.policy.witnesses.map((one) => askOne(parts, organizationId, head, one)))
  const unheard = asked.flatMap(({ fault }) => fault ?? [])
  return { isCosigned: await keepCosigned(parts, organizationId, head, asked), unheard }
}

async function keepCosigned(
  parts: Witnessing,
  organizationId: Id,
  head: LogHead,
  asked: readonly Asked[],
): Promise<boolean> {
  const signed = asked.flatMap(({ line }) => line ?? [])
  if (signed.length < parts.policy.quorum) return false
  await parts.db
    .updateTable('evidence_logs')
    .set({ witnessed_size: head.size, witnessed_checkpoint: head.checkpoint + signed.join('') })
    .where('organization_id', '=', organizationId)
    .where('witnessed_size', '<', head.size)
    .execute()
  return true
}

/** The answer of a witness: its cosignature line, or the reason why there is none. */
type Asked = { line: string | null; fault: Misfit | null }

async function askOne(parts: Witnessing, organizationId: Id, head: LogHead, witness: NamedWitness): Promise<Asked> {
  const verifier = readWitnessKey(witness.vkey)
  const known = await recall(parts.db, organizationId, verifier.name)
  try {
    const answer = await showHead(parts, organizationId, head, { witness, verifier, old: Math.min(known, head.size) })
    const { line, size, refusal } = answer
    await remember(parts, { organization_id: organizationId, witness: verifier.name, size, refusal })
    return { line, fault: null }
  } catch (error) {
    // The witness did not answer, or not as the protocol says. The next round asks it again.
    const why = error instanceof Error ? error.message : String(error)
    return { line: null, fault: misfit('witness_silent', { witness: verifier.name, why: why.replace(/\.$/, '') }) }
  }
}

type Shown = { line: string | null; size: number; refusal: 'larger' | 'other' | null }

async function showHead(
  parts: Witnessing,
  organizationId: Id,
  head: LogHead,
  { witness, verifier, old }: { witness: NamedWitness; verifier: Verifier; old: number },
): Promise<Shown> {
  const first = await send(parts, organizationId, head, witness, old)
  const seen = first.status === 409 ? readSize(first.body) : old
  if (seen > head.size) return { line: null, size: seen, refusal: 'larger' }
  const { status, body } = first.status === 409 ? await send(parts, organizationId, head, witness, seen) : first
  if (status === 200) {
    const line = body.split('\n').find((one) => one.startsWith(`\u2014 ${verifier.name} `))
    const at = line && cosignedAt(readNote(`${head.checkpoint}${line}\n`), verifier)
    if (line && at) return { line: `${line}\n`, size: head.size, refusal: null }
  }
  if (status === 409 || status === 422) return { line: null, size: seen, refusal: 'other' }
  throw new Error(`it answered ${status}`)
}

async function send({ db, ask }: Witnessing, organizationId: Id, head: LogHead, { url }: NamedWitness, old: number) {
  const proof = await consistencyProof(old, head.size, nodesOf(db, organizationId))
  return ask(`${url}/add-checkpoint`, writeWitnessRequest(old, proof, head.checkpoint))
}

function readSize(body: string): number {
  if (!/^(0|[1-9]\d{0,15})\n$/.test(body)) throw new Error('The witness named no size.')
  return Number(body)
}

async function recall(db: Handle, organizationId: Id, witness: string): Promise<number> {
  const row = await db
    .selectFrom('evidence_witnesses')
    .select('size')
    .where('organization_id', '=', organizationId)
    .where('witness', '=', witness)
    .executeTakeFirst()
  return row?.size ?? 0
}

async function remember(
  { db, now }: Witnessing,
  row: { organization_id: Id; witness: string; size: number; refusal: Shown['refusal'] },
): Promise<void> {
  const { size, refusal } = row
  await transaction({ db }, ({ db: inner }) =>
    inner
      .insertInto('evidence_witnesses')
      .values({ ...row, asked_at: now() })
      .onConflict((conflict) =>
        conflict.columns(['organization_id', 'witness']).doUpdateSet({ size, refusal, asked_at: now() }),
      )
      .execute(),
  )
}

/**
 * What witnesses refuse about a log, as `sealane audit` reports it. Asks them again first. Runs on the system handle.
 */
export async function inspectWitnesses(parts: Witnessing, organizationId: Id): Promise<Misfit[]> {
  const head = await readHead(parts.db, organizationId)
  if (!head || parts.policy.witnesses.length === 0) return []
  const { unheard } = await askAll(parts, organizationId, head)
  const rows = await parts.db
    .selectFrom('evidence_witnesses')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('refusal', 'is not', null)
    .execute()
  const refused = rows.map(({ witness, size, refusal }) =>
    refusal === 'larger'
      ? misfit('rolled_back_for_witness', { witness, size, now: head.size })
      : misfit('rebuilt_for_witness', { witness, size }),
  )
  return [...refused, ...unheard]
}
