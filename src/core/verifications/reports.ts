import { transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { isErased } from '../people/index.ts'
import { sha256 } from '../vault.ts'
import { announce, audit } from './changes.ts'
import { describeReport } from './details.ts'
import { recordCancellation } from './list-cancellations.ts'
import { supersedeDecision } from './list-decisions.ts'
import { storePersonal } from './personal-data.ts'
import type { HarmlessMembers, Report } from './provider.ts'
import { redactPayload } from './redact.ts'
import { isClosed, isNewer, nextState, type Standing } from './state.ts'
import {
  kindOf,
  lockScans,
  lockVerification,
  simulatedMark,
  stateOf,
  toVerification,
  type Verification,
  type VerificationRow,
} from './verification.ts'

/** A report, with the reference of its order and the harmless members of its payload. */
type ReceivedReport = Report & { reference: string; harmless: HarmlessMembers }

/**
 * Applies a provider's report to a verification and its scans. Nothing else changes their results. Old and repeated
 * reports change nothing. The payload is stored encrypted and shown redacted.
 * Throws `verification_not_found`.
 */
export async function applyProviderReport(ctx: Context, id: Id, report: ReceivedReport): Promise<Verification> {
  return transaction(ctx, async (inner) => {
    const row = await lockVerification(inner, id)
    const scans = await lockScans(inner, id)
    const isNews = isNewer(report, row) && row.cancelled_by === null
    await recordRevision(inner, row, report)
    const changed = await advance(inner, row, report)
    for (const scan of scans) {
      const { subtype } = kindOf(scan)
      await advance(inner, scan, { ...report, ...(subtype && report.scans[subtype]) })
    }
    if (isNews && !(await isErased(inner, row.subject_id)))
      await storePersonal(inner, row.subject_id, `response:${id}`, report.payload)
    await noteSync(inner, changed, report)
    return toVerification(changed)
  })
}

async function advance(ctx: Context, row: VerificationRow, report: ReceivedReport): Promise<VerificationRow> {
  const { type } = kindOf(row)
  const current: Standing = {
    ...stateOf(row),
    attempt: row.attempt,
    revision: row.revision,
    isClosedHere: row.cancelled_by !== null,
  }
  const next = nextState(type, current, report)
  if (next === current) return row
  const hasMoved =
    next.status !== current.status || next.result !== current.result || next.subStatus !== current.subStatus
  const updated = await ctx.db
    .updateTable('verifications')
    .set({
      status: next.status,
      result: next.result,
      sub_status: next.subStatus,
      attempt: next.attempt,
      revision: next.revision,
      provider_reference: report.reference,
      latest_response: JSON.stringify(redactPayload(report.payload, report.harmless)),
      details: JSON.stringify(describeReport({ provider: row.provider, reference: report.reference }, report, next)),
      submitted_at: report.submittedAt ?? row.submitted_at ?? (next.status === 'in_progress' ? ctx.now : null),
      completed_at: next.status === 'completed' ? ctx.now : null,
      cancelled_at: next.status === 'cancelled' ? ctx.now : null,
      last_status_at: ctx.now,
      updated_at: ctx.now,
    })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (Object(row.details.review).state === 'decided') await supersedeDecision(ctx, row.id)
  if (next.status === 'cancelled') await recordCancellation(ctx, row.id, { reasonCode: report.reasonCodes[0] })
  await announce(ctx, updated)
  if (hasMoved) {
    const { status, result, subStatus } = next
    const { attempt, revision, providerStatus } = report
    const data = {
      status,
      result,
      subStatus,
      attempt,
      revision,
      provider: row.provider,
      providerStatus,
      ...simulatedMark(row),
    }
    await audit(ctx, toVerification(updated), 'changed', data)
  }
  return updated
}

async function recordRevision(ctx: Context, row: VerificationRow, report: Report): Promise<void> {
  await ctx.db
    .insertInto('verification_revisions')
    .values({
      organization_id: ctx.organizationId,
      verification_id: row.id,
      attempt: report.attempt,
      revision: report.revision,
      provider_status: report.providerStatus,
      result: report.outcome,
      payload_sha256: sha256(canonicalJson(report.payload)),
      received_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function noteSync(ctx: Context, row: VerificationRow, report: Report): Promise<void> {
  await ctx.db
    .updateTable('verifications')
    .set({ last_synced_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where((where) => where.or([where('id', '=', row.id), where('parent_id', '=', row.id)]))
    .execute()
  if (row.cancelled_by !== null || report.checkAgainAt === null) return
  // A provider may ask for another look at a completed verification, because that is how a dispute shows.
  if (isClosed(stateOf(row)) && report.checkAgainAt <= ctx.now) return
  const payload = { organizationId: ctx.organizationId, verificationId: row.id }
  await enqueueJob(ctx.db, 'verification.sync', payload, {
    runAt: report.checkAgainAt,
    key: `verification.sync:${row.id}`,
  })
}
