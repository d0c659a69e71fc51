import type { Selectable } from 'kysely'
import type { Handle, Tables } from '../../db/index.ts'
import type { AgreementDocument } from '../agreements/index.ts'
import { parseAgreement } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { sha256 } from '../vault.ts'
import {
  type ConsentKind,
  type DetailKey,
  type OrderedKind,
  requiredConsents,
  requiredDetails,
  requireKind,
} from '../verifications/index.ts'

export type Signer = Selectable<Tables['signers']>
export type SubmissionRow = Selectable<Tables['submissions']>
export type AgreementVersion = Selectable<Tables['agreement_versions']>

/** What the signer has to do next. `consent` is asked once for each kind. */
export type Step = 'identify' | 'consent' | 'details' | 'sign' | 'finishing' | 'done' | 'closed'

/** All that is known of one signer's way through one submission. */
export type Ceremony = {
  submission: SubmissionRow
  signer: Signer
  version: AgreementVersion
  document: AgreementDocument
  fieldValues: Record<string, string>
  consentsGiven: string[]
  verifications: { id: Id; type: string; tier: string | null; status: string; result: string | null }[]
  step: Step
}

/** The ceremony that a browser's token belongs to, until the submission's time is over. Throws `submission_not_found`. */
export async function findCeremony(ctx: Context, token: string): Promise<Ceremony> {
  const signer = await ctx.db
    .selectFrom('signers')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('token_hash', '=', sha256(token))
    .executeTakeFirst()
  const ceremony = signer && (await loadCeremony(ctx, signer))
  if (!ceremony || ceremony.submission.expires_at <= ctx.now) throw notFound('submission')
  return ceremony
}

/** Reads a signer's ceremony anew, for instance after a step or inside its transaction. */
export async function loadCeremony(ctx: Context, signer: Signer): Promise<Ceremony> {
  const submission = await ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', signer.submission_id)
    .executeTakeFirstOrThrow()
  const version = await findVersion(ctx, submission)
  const values = await ctx.db
    .selectFrom('field_values')
    .select(['field_key', 'value'])
    .where('organization_id', '=', ctx.organizationId)
    .where('submission_id', '=', submission.id)
    .execute()
  const consents = await ctx.db
    .selectFrom('consents')
    .select('kind')
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', '=', signer.subject_id)
    .where('withdrawn_at', 'is', null)
    .execute()
  const verifications = await listSignerVerifications(ctx.db, ctx.organizationId, signer.id)
  const ceremony = {
    submission,
    signer,
    version,
    document: parseAgreement(version.source),
    fieldValues: Object.fromEntries(values.map((row) => [row.field_key, row.value])),
    consentsGiven: consents.map((row) => row.kind),
    verifications,
  }
  return { ...ceremony, step: nextStep(ceremony, ctx.now) }
}

/** The consents that the agreement's checks ask of this signer, in the order in which they are shown. */
export function consentsToGive(version: AgreementVersion, role: string): ConsentKind[] {
  return [...new Set(requiredOf(version, role).flatMap(({ type }) => requiredConsents[type]))]
}

/** The groups of personal details that the agreement's checks need of this signer. */
export function detailsToGive(version: AgreementVersion, role: string): DetailKey[] {
  return [...new Set(requiredOf(version, role).flatMap(({ type, tier }) => requiredDetails(type, tier)))]
}

/** The checks that the agreement requires of a signer role. */
export function requiredOf(version: AgreementVersion, role: string): OrderedKind[] {
  return version.required_verifications.filter((required) => required.role === role).map(requireKind)
}

type Progress = Pick<Ceremony, 'submission' | 'signer' | 'version' | 'consentsGiven'>

/** Whether a submission has ended without a signature, or can no longer be signed. */
export function isClosed(submission: SubmissionRow, now: Date): boolean {
  const { declined_at, voided_at, expired_at, expires_at } = submission
  return Boolean(declined_at ?? voided_at ?? expired_at) || expires_at <= now
}

function nextStep({ submission, signer, version, consentsGiven }: Progress, now: Date): Step {
  if (submission.completed_at) return 'done'
  if (signer.signed_at) return 'finishing'
  if (isClosed(submission, now)) return 'closed'
  if (!signer.identified_at) return 'identify'
  if (consentsToGive(version, signer.role).some((kind) => !consentsGiven.includes(kind))) return 'consent'
  if (detailsToGive(version, signer.role).length > 0 && !signer.details_given_at) return 'details'
  return 'sign'
}

function findVersion(ctx: Context, submission: SubmissionRow): Promise<AgreementVersion> {
  return ctx.db
    .selectFrom('agreement_versions')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('agreement_id', '=', submission.agreement_id)
    .where('number', '=', submission.agreement_version)
    .executeTakeFirstOrThrow()
}

function listSignerVerifications(db: Handle, organizationId: Id, signerId: Id) {
  return db
    .selectFrom('verifications')
    .select(['id', 'type', 'tier', 'status', 'result'])
    .where('organization_id', '=', organizationId)
    .where('signer_id', '=', signerId)
    .where('is_scan', '=', false)
    .where('deleted_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
