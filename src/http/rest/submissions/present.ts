import { formatId } from '../../../core/ids.ts'
import type { Submission, SubmissionSigner } from '../../../core/submissions/index.ts'
import type { CreatedSubmissionWire, SubmissionWire } from './schema.ts'

/** A submission in the newest shape. */
export function presentSubmission(submission: Submission): SubmissionWire {
  return {
    submission_id: formatId('submission', submission.id),
    agreement_id: formatId('agreement', submission.agreementId),
    agreement_version: submission.agreementVersion,
    agreement_link_id: formatId('agreement_link', submission.agreementLinkId),
    status: submission.status,
    submission_metadata: submission.metadata,
    left_out: submission.leftOut,
    field_values: submission.fieldValues,
    signers: submission.signers.map(presentSigner),
    viewed_at: time(submission.viewedAt),
    completed_at: time(submission.completedAt),
    declined_at: time(submission.declinedAt),
    decline_reason: submission.declineReason,
    voided_at: time(submission.voidedAt),
    void_reason: submission.voidReason,
    expired_at: time(submission.expiredAt),
    created_at: submission.createdAt.getTime(),
    updated_at: submission.updatedAt.getTime(),
  }
}

/** A submission that was just made, with its signer's own way in. */
export function presentCreatedSubmission(
  submission: Submission,
  token: string,
  publicUrl: string,
): CreatedSubmissionWire {
  const link = formatId('agreement_link', submission.agreementLinkId)
  return { ...presentSubmission(submission), signing_url: `${publicUrl}/agree/${link}/begin/${token}` }
}

function presentSigner(signer: SubmissionSigner): SubmissionWire['signers'][number] {
  return {
    signer_id: formatId('signer', signer.id),
    subject_id: formatId('subject', signer.subjectId),
    role: signer.role,
    name: signer.name,
    email: signer.email,
    may_change: signer.mayChange,
    viewed_at: time(signer.viewedAt),
    identified_at: time(signer.identifiedAt),
    signed_at: time(signer.signedAt),
    declined_at: time(signer.declinedAt),
  }
}

function time(at: Date | null): number | null {
  return at?.getTime() ?? null
}
