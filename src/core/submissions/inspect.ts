import { writeDrawing } from '../../writing/index.ts'
import {
  type Finding,
  inspectChain,
  listChains,
  type Misfit,
  misfit,
  readTrail,
  type TrailRow,
} from '../audit/index.ts'
import type { Context } from '../context.ts'
import { compareHead, type SealedHead } from '../evidence/index.ts'
import type { Id } from '../ids.ts'
import { isErased } from '../people/index.ts'
import { sha256 } from '../vault.ts'
import { type Consent, listSignerConsents } from '../verifications/index.ts'
import { readBytes } from './document.ts'
import { openFieldValues } from './field-values.ts'
import { readMark } from './mark.ts'
import { selectDocuments } from './retention.ts'
import { findSigners, type Signer } from './signer.ts'

/** The reason why a sealed document is refused, or the head of the log under which it was sealed. */
export type DocumentVerdict = { refusal: string } | { refusal: null; head: SealedHead | null }

export type JudgeDocument = (bytes: Uint8Array) => Promise<DocumentVerdict>

const believe: JudgeDocument = async () => ({ refusal: null, head: null })

/**
 * Compares all evidence of an organization with its trails: chains, signers, marks, fields, consents, documents with
 * the heads of their seals, and the heads in events. `judge` verifies sealed documents. Writes nothing.
 */
export async function inspectEvidence(ctx: Context, judge: JudgeDocument = believe): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const chain of await listChains(ctx)) findings.push(...(await inspectChain(ctx, chain)))
  const submissions = await ctx.db
    .selectFrom('submissions')
    .select(['id', 'completed_at'])
    .where('organization_id', '=', ctx.organizationId)
    .orderBy('id')
    .execute()
  for (const submission of submissions) findings.push(...(await inspectSubmission(ctx, submission, judge)))
  return findings
}

async function inspectSubmission(ctx: Context, row: Ended, judge: JudgeDocument): Promise<Finding[]> {
  try {
    const trail = await readTrail(ctx, row.id)
    const off: Finding[] = trail.length > 0 ? [] : [{ what: 'submission', id: row.id, misfit: misfit('trail_missing') }]
    for (const signer of await findSigners(ctx, row.id)) off.push(...(await inspectSigner(ctx, signer, trail)))
    return [...off, ...(await inspectDocument(ctx, row, { trail, judge })), ...(await inspectAnnounced(ctx, row.id))]
  } catch {
    return [{ what: 'submission', id: row.id, misfit: misfit('sealed_unreadable') }]
  }
}

async function inspectSigner(ctx: Context, signer: Signer, trail: TrailRow[]): Promise<Finding[]> {
  const off: Finding[] = []
  const add = (what: Finding['what'], id: Id, misfit: Misfit) => off.push({ what, id, misfit })
  const isGone = await isErased(ctx, signer.subject_id)
  const rowOf = (action: string) => trail.findLast((row) => row.action === action && row.subjectId === signer.id)
  const signed = rowOf('agreement.signed')
  if (Boolean(signed) !== Boolean(signer.signed_at)) add('signer', signer.id, misfit('signed_by_one'))
  if (signed && signer.signed_at && signed.act.at.getTime() !== signer.signed_at.getTime())
    add('signer', signer.id, misfit('signed_at_another_time'))
  if (signed && signed.data.shownSha256 !== signer.shown_sha256?.toString('hex'))
    add('signer', signer.id, misfit('text_other'))
  if (signed && signed.data.method !== signer.signature_method) add('signer', signer.id, misfit('mark_otherwise'))
  const approved = rowOf('agreement.approved')
  if (approved?.act.at.getTime() !== signer.approved_at?.getTime())
    add('signer', signer.id, misfit('approved_otherwise'))
  const identified = rowOf('signer.identified')
  if (
    identified &&
    signer.identified_at &&
    !isGone &&
    (identified.data.name !== signer.name || identified.data.email !== signer.email)
  )
    add('signer', signer.id, misfit('signer_other'))
  if (signed && !isGone) {
    const mark = await readMark(ctx, signer)
    if (
      sha256(mark.kind === 'drawn' ? writeDrawing(mark.drawing) : mark.name).toString('hex') !== signed.data.markSha256
    )
      add('signer', signer.id, misfit('mark_other'))
    const values = (await openFieldValues(ctx, [signer.submission_id])).filter(({ signerId }) => signerId === signer.id)
    const kept = new Map(values.map(({ key, value }) => [key, value]))
    for (const [key, value] of Object.entries(Object(signed.data.fields)))
      if ((kept.get(key) ?? '') !== value) add('field', signer.id, misfit('field_otherwise', { key }))
    for (const key of kept.keys())
      if (!Object.hasOwn(Object(signed.data.fields), key)) add('field', signer.id, misfit('field_untold', { key }))
  }
  return [...off, ...inspectConsents(signer, await listSignerConsents(ctx, signer.id), trail)]
}

function inspectConsents({ subject_id }: Signer, consents: Consent[], trail: TrailRow[]): Finding[] {
  const given = trail.filter(({ action, data }) => action === 'consent.given' && data.subjectId === subject_id)
  const changed = consents.filter(({ id, kind, textVersion, textSha256, acceptedAt, typedName }) => {
    const row = given.find(({ subjectId }) => subjectId === id)
    const told = row?.data
    const isNamed = typeof told?.typedName !== 'string' || told.typedName === typedName
    const isSame = told?.kind === kind && told.textVersion === textVersion && told.textSha256 === textSha256
    return !isSame || !isNamed || row?.act.at.getTime() !== acceptedAt.getTime()
  })
  const missing = given.filter(({ subjectId }) => !consents.some(({ id }) => id === subjectId))
  return [
    ...changed.map(({ id }): Finding => ({ what: 'consent', id, misfit: misfit('consent_other') })),
    ...missing.map(({ subjectId: id }): Finding => ({ what: 'consent', id, misfit: misfit('consent_gone') })),
  ]
}

type Ended = { id: Id; completed_at: Date | null }
type Judging = { trail: TrailRow[]; judge: JudgeDocument }

async function inspectDocument(ctx: Context, submission: Ended, { trail, judge }: Judging): Promise<Finding[]> {
  const told = trail.findLast(({ action }) => action === 'agreement.completed' || action === 'document.refreshed')?.data
    .sha256
  const row = await selectDocuments(ctx).where('documents.submission_id', '=', submission.id).executeTakeFirst()
  const off = (misfit: Misfit): Finding[] => [{ what: 'document', id: row?.id ?? submission.id, misfit }]
  if (!row) return told || submission.completed_at ? off(misfit('document_gone')) : []
  if (row.sha256.toString('hex') !== told) return off(misfit('document_hash'))
  if (!row.wrapped_key) {
    const isTold = trail.some(({ action }) => action === 'document.removed')
    return isTold ? [] : off(misfit('document_removed'))
  }
  const bytes = await readBytes(ctx, row, row.wrapped_key)
  if (!bytes || !sha256(bytes).equals(row.sha256)) return off(misfit('document_other'))
  if (row.seal_level === null) return []
  const verdict = await judge(bytes)
  if (verdict.refusal !== null) return off(misfit('document_refused', { why: verdict.refusal }))
  const fault = verdict.head && (await compareHead(ctx.db, ctx.organizationId, verdict.head))
  return fault === null ? [] : off(fault)
}

/** Compares the trail with the head that `agreement.completed` announced. A receiver of the event can do the same. */
async function inspectAnnounced(ctx: Context, submissionId: Id): Promise<Finding[]> {
  const events = await ctx.db
    .selectFrom('events')
    .select('data')
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', '=', submissionId)
    .where('type', '=', 'agreement.completed')
    .where('is_test', '=', false)
    .execute()
  const off: Finding[] = []
  for (const { data } of events) {
    const { length, head }: Record<string, unknown> = Object(Object(data).trail)
    if (typeof length !== 'number') continue
    const row = await ctx.db
      .selectFrom('audit_events')
      .select('hash')
      .where('organization_id', '=', ctx.organizationId)
      .where('chain', '=', submissionId)
      .where('sequence', '=', length)
      .executeTakeFirst()
    if (row?.hash.toString('hex') !== head)
      off.push({ what: 'event', id: submissionId, misfit: misfit('head_announced') })
  }
  return off
}
