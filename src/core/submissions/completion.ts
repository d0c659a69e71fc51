import { transaction } from '../../db/index.ts'
import {
  type Field,
  type FinishedAgreement,
  type FinishedField,
  type FinishedSigner,
  finishField,
  type Mark,
  type RenderAgreement,
  shownFields,
} from '../agreements/index.ts'
import { readTrail, recordAudit, verifyChain } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { recordEvent } from '../events.ts'
import type { Prover } from '../evidence/index.ts'
import { formatId, type Id } from '../ids.ts'
import { isErased } from '../people/index.ts'
import { sha256 } from '../vault.ts'
import { loadContents, type SubmissionContents } from './contents.ts'
import { keepDocument, type NewDocument } from './document.ts'
import { fileName } from './file-name.ts'
import { describeSigner, roleName } from './finished-signer.ts'
import { describeSource } from './finished-source.ts'
import { finishedText, unplacedFields } from './finished-text.ts'
import { lockSubmission } from './lock.ts'
import { isPrepared, recordPrepared, TrailGrew } from './prepared.ts'
import { shownMetadata } from './shown-metadata.ts'
import { findSigners, hasActed, type Signer } from './signer.ts'
import { sendCopies } from './tell-end.ts'

/** The renderer and the prover that make the finished document. */
export type Finishing = { render: RenderAgreement; prover: Prover }

/**
 * Makes the finished PDF of a fully signed submission and seals it with its evidence. The document and
 * `agreement.completed` are written in one transaction, so a submission completes with one document or not at all. Runs
 * as a job; a second run changes nothing. Throws when the document cannot be sealed at its level.
 */
export async function completeSubmission(ctx: Context, finishing: Finishing, submissionId: Id): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await finish(ctx, finishing, submissionId)
    } catch (error) {
      if (!(error instanceof TrailGrew) || attempt === mostAttempts) throw error
    }
  }
}

const mostAttempts = 5

async function finish(ctx: Context, finishing: Finishing, submissionId: Id): Promise<void> {
  const before = await loadContents(ctx, submissionId)
  const signers = await findSigners(ctx, submissionId)
  if (before.submission.completed_at || signers.some(({ is_awaited }) => is_awaited)) return
  // The document needs the personal data of every signer, and an erased signer has none.
  for (const { subject_id } of signers) if (await isErased(ctx, subject_id)) return
  // A broken trail stays broken, so the job must not retry.
  const chain = await verifyChain(ctx, submissionId)
  if (!chain.intact) return refuseToFinish(ctx, submissionId, chain.brokenAt)
  const input = await describe(ctx, before, signers, chain.head)
  const proved = await prove(ctx, finishing, submissionId, input)
  await transaction(ctx, async (inner) => {
    const { completed_at } = await lockSubmission(inner, submissionId)
    if (completed_at) return
    const { submission, version } = before
    const filename = `${fileName(version.title)}.pdf`
    const hash = await keepDocument(inner, { submissionId, filename, ...proved })
    await inner.db
      .updateTable('submissions')
      .set({ completed_at: inner.now, updated_at: inner.now, seal_reason: null })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', submissionId)
      .execute()
    const subject = { type: 'submission', id: submissionId } as const
    const end = await recordAudit(inner, {
      action: 'agreement.completed',
      subject,
      chain: submissionId,
      data: { sha256: hash, evidenceSha256: proved.evidenceSha256, sealLevel: proved.seal.level },
    })
    await recordEvent(inner, 'agreement.completed', subject, {
      submissionId,
      agreementId: submission.agreement_id,
      agreementLinkId: submission.agreement_link_id,
      metadata: submission.metadata,
      trail: { length: end.length, head: end.head.toString('hex') },
    })
    await sendCopies(inner, submissionId)
  })
}

/**
 * Writes the evidence first, because the evidence page of the document has its hash. Then the log gets the hash of the
 * finished pages, and then they are sealed.
 */
async function prove(
  ctx: Context,
  { render, prover }: Finishing,
  submissionId: Id,
  input: FinishedAgreement,
): Promise<Pick<NewDocument, 'bytes' | 'seal' | 'evidenceSha256'>> {
  const { bytes: evidence, rows } = await prover.writeEvidence(ctx, submissionId, {
    level: prover.level,
    organization: { id: formatId('organization', ctx.organizationId), name: input.organizationName },
    agreement: { id: input.agreementId, title: input.title, source_sha256: input.sourceSha256 },
    link: input.linkId,
    submission: input.submissionId,
  })
  const evidenceSha256 = sha256(evidence).toString('hex')
  const pdf = await render({ ...input, proof: { evidenceSha256, verifyUrl: prover.verifyAt(evidenceSha256) } })
  const isSetHere = !input.pdf
  const request = { pdf, isSetHere, evidence, name: input.organizationName, reason: input.submissionId }
  // An earlier try has logged its pages and then failed. This try logs its own pages only after a trial seal succeeds.
  if (await isPrepared(ctx, submissionId)) await prover.seal(request)
  const { bytes, ...seal } = await prover.seal({
    ...request,
    prove: async (contentSha256) => {
      const sequence = await recordPrepared(ctx, submissionId, { contentSha256, evidenceSha256, rows })
      return prover.proveRow(ctx, { chain: submissionId, sequence })
    },
  })
  return { bytes: Buffer.from(bytes), seal, evidenceSha256 }
}

/** Records in the organization's trail that the submission's own trail was tampered with. Records it only once. */
async function refuseToFinish(ctx: Context, id: Id, brokenAt: number): Promise<void> {
  await transaction(ctx, async (inner) => {
    await lockSubmission(inner, id)
    const { numUpdatedRows } = await inner.db
      .updateTable('submissions')
      .set({ refused_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .where('refused_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    const action = 'agreement.completion_refused'
    await recordAudit(inner, { action, subject: { type: 'submission', id }, data: { brokenAt } })
  })
}

async function describe(
  ctx: Context,
  contents: SubmissionContents,
  signers: Signer[],
  head: Buffer | null,
): Promise<FinishedAgreement> {
  const { submission, version } = contents
  const { name } = await ctx.db
    .selectFrom('organizations')
    .select('name')
    .where('id', '=', ctx.organizationId)
    .executeTakeFirstOrThrow()
  const { language } = contents
  const trail = await readTrail(ctx, submission.id)
  const shown = shownFields(version.fields, contents.fieldValues)
  const pdf = await describeSource(ctx, version, shown)
  const acted = signers.filter(hasActed)
  const finished = await Promise.all(acted.map((signer) => describeSigner(ctx, version, signer, trail)))
  return {
    title: version.title,
    language,
    spoken: spokenLanguage(acted, language),
    organizationName: name,
    agreementId: formatId('agreement', submission.agreement_id),
    sourceSha256: version.source_sha256.toString('hex'),
    linkId: formatId('agreement_link', submission.agreement_link_id),
    submissionId: formatId('submission', submission.id),
    document: finishedText(contents.document, version.fields, shown),
    ...(pdf ? { pdf } : {}),
    unplaced: unplacedFields(contents.document, shown),
    fields: describeFields(contents.fieldValues, shown, language, (role) => markOfRole(acted, finished, role)),
    signers: finished,
    copies: describeCopies(version, signers),
    metadata: shownMetadata(version, submission),
    completedAt: ctx.now,
    ...(head ? { chainHeadSha256: head.toString('hex') } : {}),
  }
}

/**
 * The language of a document's headings and notes: the one in which everybody signed. When signers used several, it is
 * the language of the agreement, which all of them have read.
 */
export function spokenLanguage(signers: readonly Pick<Signer, 'language'>[], textLanguage: string): string {
  const [language, ...others] = new Set(signers.map((signer) => signer.language ?? 'en'))
  return language === undefined || others.length > 0 ? (textLanguage.split('-')[0] ?? 'en') : language
}

function describeFields(
  fieldValues: SubmissionContents['fieldValues'],
  fields: Field[],
  language: string,
  markOf: (role: string) => Mark | null,
): Record<string, FinishedField> {
  return Object.fromEntries(
    fields.map((field): [string, FinishedField] => {
      const finishing = { language, mark: markOf(field.role) }
      return [field.key, finishField(field, fieldValues[field.key] ?? '', finishing)]
    }),
  )
}

/** The mark of the signer in a role. An approver has none. */
function markOfRole(acted: Signer[], finished: FinishedSigner[], role: string): Mark | null {
  const found = finished[acted.findIndex((one) => one.role === role)]
  if (!found) throw new Error(`Nobody acts as ${role}.`)
  return found.mark
}

/** The people who got a copy of the document and had nothing to do. */
function describeCopies(
  version: SubmissionContents['version'],
  signers: Signer[],
): NonNullable<FinishedAgreement['copies']> {
  return signers
    .filter(({ kind, email }) => kind === 'copy' && email)
    .map(({ role, name, email }) => ({ role: roleName(version, role), name: name ?? '', email: email ?? '' }))
}
