import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import {
  type AgreementDocument,
  type Field,
  findVersionFile,
  readAgreement,
  type ShownFile,
  toFields,
} from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { openFieldValues } from './field-values.ts'
import { findVoidings } from './list-voidings.ts'
import { presentVersionOf } from './present-version.ts'

export type SubmissionRow = Selectable<Tables['submissions']>
export type AgreementVersion = Omit<Selectable<Tables['agreement_versions']>, 'fields'> & { fields: Field[] }

/** A submission, the version of the agreement that its signers see, and the values of its fields. */
export type SubmissionContents = {
  submission: SubmissionRow
  version: AgreementVersion
  document: AgreementDocument
  /** BCP 47 tag of the agreement's language. */
  language: string
  fieldValues: Record<string, string>
  /** The PDF of the agreement; null when the agreement is a text. */
  pdf: ShownFile | null
  /** The reason that was given for voiding; null when there is none. */
  voidReason: string | null
}

/** Throws a plain Error when the submission does not exist: the caller has found it already. */
export async function loadContents(ctx: Context, submissionId: Id): Promise<SubmissionContents> {
  const submission = await ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', submissionId)
    .executeTakeFirstOrThrow()
  const row = await ctx.db
    .selectFrom('agreement_versions')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('agreement_id', '=', submission.agreement_id)
    .where('number', '=', submission.agreement_version)
    .executeTakeFirstOrThrow()
  const values = await openFieldValues(ctx, [submission.id])
  const fieldValues = Object.fromEntries(values.map(({ key, value }) => [key, value]))
  const version = { ...row, fields: toFields(row.fields) }
  const voidReason = (await findVoidings(ctx, [submission])).get(submission.id)?.reason ?? null
  const { language } = version
  const pdf = await findVersionFile(ctx, row)
  return { pdf, submission, version, document: readAgreement(version.source), language, fieldValues, voidReason }
}

/**
 * The version of the agreement that a link shows now.
 * Throws `agreement_link_not_found`.
 */
export async function loadPresentVersion(
  ctx: Context,
  linkId: Id,
): Promise<Pick<SubmissionContents, 'version' | 'document' | 'language' | 'pdf'>> {
  const version = await presentVersionOf(ctx, linkId).selectAll('version').executeTakeFirst()
  if (!version) throw notFound('agreement_link')
  const { language } = version
  const document = readAgreement(version.source)
  const pdf = await findVersionFile(ctx, version)
  return { version: { ...version, fields: toFields(version.fields) }, document, language, pdf }
}

/** Whether a submission ended without a document, or its time to sign is over. */
export function isClosed(submission: SubmissionRow, now: Date): boolean {
  const { declined_at, voided_at, expired_at, expires_at } = submission
  return Boolean(declined_at ?? voided_at ?? expired_at) || expires_at <= now
}
