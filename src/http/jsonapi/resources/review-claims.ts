import { claimReview, listReviewClaims, releaseReview, reviewClaimList } from '../../../core/verifications/index.ts'
import { time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The claims of reviewers on verifications that wait for a decision. */
export const reviewClaims = defineResource({
  type: 'review-claims',
  idKind: 'review_claim',
  about:
    'Create a claim to review a verification that waits for a decision. Nobody else can decide on it meanwhile. Without a verification, you get the free one that has waited longest. The claim ends with the decision, or after half an hour. Delete it to give the verification back.',
  permissions: { read: 'verifications:read', write: 'verifications:write' },
  fields: reviewClaimList.fields,
  attributes: {
    claimedAt: time('Since when.'),
    endsAt: time('When it ends by itself.'),
  },
  relationships: {
    verification: toOne('verifications', 'verificationId', 'The verification to review; the next in line by default.', {
      write: 'create',
    }),
    user: toOne('users', 'userId', 'The user who reviews the verification.'),
  },
  instead: { update: 'Create the claim again to hold it longer.' },
  list: listReviewClaims,
  create: claimReview,
  remove: releaseReview,
})
