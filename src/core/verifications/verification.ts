import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import {
  type VerificationResult,
  type VerificationStatus,
  type VerificationSubStatus,
  type VerificationSubtype,
  type VerificationTier,
  type VerificationType,
  verificationCatalogue,
} from './catalogue.ts'

export type Json = Record<string, unknown>
export type VerificationRow = Selectable<Tables['verifications']>

/**
 * One verification of one person (Harbour guide, "The verification object"). `latestResponse` is the provider's last
 * answer without personal data. `details` says what the verification waits for (members in details.ts).
 */
export type Verification = {
  id: Id
  organizationId: Id
  submissionId: Id | null
  signerId: Id | null
  agreementLinkId: Id | null
  subjectId: Id
  /** The verification to which this scan belongs; null for an ordered verification. */
  parentId: Id | null
  type: VerificationType
  subtype: VerificationSubtype | null
  tier: VerificationTier | null
  /** Whether this is one scan of a composite verification. */
  isScan: boolean
  status: VerificationStatus
  result: VerificationResult | null
  subStatus: VerificationSubStatus | null
  provider: string
  /** Whether the provider has finished and a person must decide. */
  awaitsReview: boolean
  /** Whether nobody was really verified. `latestResponse` and `details` are marked too. */
  isSimulated: boolean
  latestResponse: Json
  metadata: Json
  details: Json
  lastStatusAt: Date
  submittedAt: Date | null
  completedAt: Date | null
  cancelledAt: Date | null
  createdAt: Date
  updatedAt: Date
}

/** The core record of a row. The check constraints of the table allow the same words as the catalogue. */
export function toVerification(row: VerificationRow): Verification {
  return {
    id: row.id,
    organizationId: row.organization_id,
    submissionId: row.submission_id,
    signerId: row.signer_id,
    agreementLinkId: row.agreement_link_id,
    subjectId: row.subject_id,
    parentId: row.parent_id,
    ...kindOf(row),
    isScan: row.is_scan,
    ...stateOf(row),
    provider: row.provider,
    awaitsReview: row.awaits_review,
    isSimulated: row.is_simulated,
    latestResponse: marked(row, row.latest_response),
    metadata: row.metadata,
    details: marked(row, row.details),
    lastStatusAt: row.last_status_at,
    submittedAt: row.submitted_at,
    completedAt: row.completed_at,
    cancelledAt: row.cancelled_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** The mark of a simulated verification inside free-form members, so that readers of every API version see it. */
export function simulatedMark(row: Pick<VerificationRow, 'is_simulated'>): { simulated?: true } {
  return row.is_simulated ? { simulated: true } : {}
}

function marked(row: VerificationRow, content: Json): Json {
  return row.is_simulated ? { ...content, ...simulatedMark(row) } : content
}

const readType = wordReader(verificationCatalogue.types)
const readSubtype = wordReader(verificationCatalogue.subtypes)
const readTier = wordReader(verificationCatalogue.tiers)
const readStatus = wordReader(verificationCatalogue.statuses)
const readResult = wordReader(verificationCatalogue.results)
const readSubStatus = wordReader(verificationCatalogue.subStatuses)

/** The kind of a row, as typed words of the catalogue. */
export function kindOf(row: Pick<VerificationRow, 'type' | 'subtype' | 'tier'>) {
  return {
    type: readType(row.type),
    subtype: row.subtype === null ? null : readSubtype(row.subtype),
    tier: row.tier === null ? null : readTier(row.tier),
  }
}

/** The state of a row, as typed words of the catalogue. */
export function stateOf(row: Pick<VerificationRow, 'status' | 'result' | 'sub_status'>) {
  return {
    status: readStatus(row.status),
    result: row.result === null ? null : readResult(row.result),
    subStatus: row.sub_status === null ? null : readSubStatus(row.sub_status),
  }
}

function wordReader<Value extends string>(entries: readonly { value: Value }[]): (text: string) => Value {
  const words = new Map<string, Value>(entries.map(({ value }) => [value, value]))
  return (text) => {
    const word = words.get(text)
    if (word === undefined) throw new Error(`The database holds ${text}, which the catalogue does not know.`)
    return word
  }
}

/** Selects the live verifications of the organization. Every read starts here. */
export function selectVerifications(ctx: Pick<Context, 'db' | 'organizationId'>) {
  return ctx.db
    .selectFrom('verifications')
    .where('organization_id', '=', ctx.organizationId)
    .where('deleted_at', 'is', null)
}

/** A live verification, locked until the transaction ends. Throws `verification_not_found`. */
export async function lockVerification(ctx: Context, id: Id): Promise<VerificationRow> {
  const row = await selectVerifications(ctx).selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound('verification')
  return row
}

/**
 * The live scans of a verification, locked. Lock the verification first, so that two transactions never wait for each
 * other.
 */
export function lockScans(ctx: Context, parentId: Id): Promise<VerificationRow[]> {
  return selectVerifications(ctx).selectAll().where('parent_id', '=', parentId).orderBy('id').forUpdate().execute()
}
