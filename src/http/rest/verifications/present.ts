import { formatId } from '../../../core/ids.ts'
import type { Verification } from '../../../core/verifications/index.ts'
import { showPublicIds } from '../../public-ids.ts'
import type { VerificationDeletedWire, VerificationWire } from './schema.ts'

/** A verification in the newest shape. */
export function presentVerification(verification: Verification): VerificationWire {
  const { agreementLinkId } = verification
  return {
    verification_id: formatId('verification', verification.id),
    result: verification.result,
    status: verification.status,
    verification_type: verification.type,
    verification_subtype: verification.subtype,
    verification_tier: verification.tier,
    is_scan: verification.isScan,
    latest_response: verification.latestResponse,
    verification_metadata: verification.metadata,
    updated_at: verification.updatedAt.getTime(),
    created_at: verification.createdAt.getTime(),
    agreement_link_id: agreementLinkId && formatId('agreement_link', agreementLinkId),
    organization_id: formatId('organization', verification.organizationId),
    sub_status: verification.subStatus,
    last_status_at: verification.lastStatusAt.getTime(),
    submitted_at: verification.submittedAt?.getTime() ?? null,
    verification_details: { ...Object(showPublicIds(verification.details)) },
  }
}

/** What is left of a deleted verification. */
export function presentDeletion(deleted: { id: string; deletedAt: Date }): VerificationDeletedWire {
  return { verification_id: formatId('verification', deleted.id), event_datetime: deleted.deletedAt.getTime() }
}
