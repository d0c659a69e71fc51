import { claimReview, listReviewClaims, releaseReview, reviewClaimList } from '../../../core/verifications/index.ts'
import { time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** Who looks at a verification that waits for a decision. */
export const reviewClaims = defineResource({
  type: 'review-claims',
  idKind: 'review_claim',
  about:
    'Create one to say that you look at a verification that waits for a decision: nobody else can decide on it meanwhile. Without a verification you get the one that has waited longest and nobody looks at. It ends with the decision, or after half an hour; delete it to give the verification back.',
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
    user: toOne('users', 'userId', 'Who looks at it.'),
  },
  instead: { update: 'Create it again to hold it longer.' },
  list: listReviewClaims,
  create: claimReview,
  remove: releaseReview,
})
