import type { Selectable } from 'kysely'
import type { ReminderRule, RoleKind, Tables } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { openFieldValues } from './field-values.ts'
import { findVoidings } from './list-voidings.ts'
import type { LeftOut, Metadata } from './metadata.ts'
import type { Access, Delivery } from './new-signer.ts'
import { hasActed, openSigners, type Signer } from './signer.ts'
import { openSignerFiles, type SignerFile } from './signer-files.ts'
import { isTurn } from './turns.ts'

export const submissionStatuses = ['created', 'viewed', 'signed', 'completed', 'declined', 'voided', 'expired'] as const
export type SubmissionStatus = (typeof submissionStatuses)[number]

/** A signer as part of a submission. */
export type SubmissionSigner = {
  id: Id
  subjectId: Id
  role: string
  kind: RoleKind
  /** Signers with the same order act at the same time. */
  order: number
  /** Whether the submission waits for this signer now. */
  isTurn: boolean
  name: string | null
  email: string | null
  /** Whether the signer may change the name and address that the sender gave. */
  mayChange: boolean
  mayDelegate: boolean
  /** What the signer must pass before reading. */
  access: Required<Access>
  /** How the signer gets the invitation. Null until somebody has named the signer. */
  delivery: Delivery | null
  turnCameAt: Date | null
  viewedAt: Date | null
  identifiedAt: Date | null
  signedAt: Date | null
  approvedAt: Date | null
  declinedAt: Date | null
}

/** A submission of an agreement link. `status` follows from the times below it. */
export type Submission = {
  id: Id
  agreementLinkId: Id
  agreementId: Id
  agreementVersion: number
  status: SubmissionStatus
  metadata: Metadata
  /** The metadata that was given but not stored, with the reasons. */
  leftOut: LeftOut[]
  fieldValues: Record<string, string>
  /** The files of those who have signed or approved. */
  files: SignerFile[]
  signers: SubmissionSigner[]
  viewedAt: Date | null
  completedAt: Date | null
  /** Why the last try to seal the document failed. */
  sealReason: string | null
  declinedAt: Date | null
  declineReason: string | null
  voidedAt: Date | null
  voidReason: string | null
  /** The time until which it can be signed. `daysToSign` counts from `createdAt`. */
  expiresAt: Date
  daysToSign: number
  reminders: ReminderRule | null
  expiredAt: Date | null
  createdAt: Date
  updatedAt: Date
}

/** One submission with its signers and field values. Throws `submission_not_found`. */
export async function getSubmission(ctx: Context, id: Id): Promise<Submission> {
  requirePermission(ctx, 'submissions:read')
  const row = await ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  const [submission] = row ? await assemble(ctx, [row]) : []
  if (!submission) throw notFound('submission')
  return submission
}

/** Reads the signers, field values, voidings and files of rows, and makes core records of them. */
export async function assemble(ctx: Context, rows: Selectable<Tables['submissions']>[]): Promise<Submission[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const found = await ctx.db
    .selectFrom('signers')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('submission_id', 'in', ids)
    .orderBy('position')
    .execute()
  const signers = await openSigners(ctx, found)
  const values = await openFieldValues(ctx, ids)
  const voidings = await findVoidings(ctx, rows)
  const files = await openSignerFiles(ctx, signers.filter(hasActed))
  return rows.map((row) => ({
    ...toSubmission(
      row,
      signers.filter((signer) => signer.submission_id === row.id),
    ),
    voidReason: voidings.get(row.id)?.reason ?? null,
    files: signers.filter((one) => one.submission_id === row.id).flatMap((one) => files.get(one.id) ?? []),
    fieldValues: Object.fromEntries(
      values.filter(({ submissionId }) => submissionId === row.id).map(({ key, value }) => [key, value]),
    ),
  }))
}

function toSubmission(
  row: Selectable<Tables['submissions']>,
  signers: Signer[],
): Omit<Submission, 'fieldValues' | 'voidReason' | 'files'> {
  return {
    id: row.id,
    agreementLinkId: row.agreement_link_id,
    agreementId: row.agreement_id,
    agreementVersion: row.agreement_version,
    status: statusOf(row, signers),
    metadata: row.metadata,
    leftOut: row.left_out,
    signers: signers.map((signer) => ({
      id: signer.id,
      subjectId: signer.subject_id,
      role: signer.role,
      kind: signer.kind,
      order: signer.turn,
      isTurn: isOpen(row) && signer.is_awaited && isTurn(signer, signers),
      name: signer.name,
      email: signer.email,
      mayChange: signer.may_change,
      mayDelegate: signer.may_delegate,
      access: { emailCode: signer.asks_code },
      delivery: signer.delivery,
      turnCameAt: signer.turn_came_at,
      viewedAt: signer.viewed_at,
      identifiedAt: signer.identified_at,
      signedAt: signer.signed_at,
      approvedAt: signer.approved_at,
      declinedAt: signer.declined_at,
    })),
    viewedAt: row.viewed_at,
    completedAt: row.completed_at,
    sealReason: row.seal_reason,
    declinedAt: row.declined_at,
    declineReason: signers.find((signer) => signer.declined_at)?.decline_reason ?? null,
    voidedAt: row.voided_at,
    expiresAt: row.expires_at,
    daysToSign: Math.round((row.expires_at.getTime() - row.created_at.getTime()) / 86_400_000),
    reminders: row.reminders,
    expiredAt: row.expired_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

function isOpen({ completed_at, voided_at, declined_at, expired_at }: Selectable<Tables['submissions']>): boolean {
  return (completed_at ?? voided_at ?? declined_at ?? expired_at) === null
}

function statusOf(row: Selectable<Tables['submissions']>, signers: Signer[]): SubmissionStatus {
  if (row.completed_at) return 'completed'
  if (row.voided_at) return 'voided'
  if (row.declined_at) return 'declined'
  if (row.expired_at) return 'expired'
  return signers.length > 0 && !signers.some((signer) => signer.is_awaited)
    ? 'signed'
    : row.viewed_at
      ? 'viewed'
      : 'created'
}
