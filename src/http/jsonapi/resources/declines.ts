import { declineList, listDeclines } from '../../../core/submissions/index.ts'
import { text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The refusals of signers. Only the signer can decline, on the page of the link. */
export const declines = defineResource({
  type: 'declines',
  idKind: 'decline',
  about: 'Declines of signers. Only the signer can decline, on the page of the link.',
  permissions: { read: 'submissions:read' },
  fields: declineList.fields,
  attributes: { reason: text('Why.', { nullable: true }), declinedAt: time('When.') },
  relationships: {
    submission: toOne('submissions', 'submissionId', 'The submission that was declined.'),
    signer: toOne('signers', 'signerId', 'Who declined.'),
  },
  instead: {
    create: 'Only the signer can decline, on the page of the link. Create a voiding to end a submission yourself.',
    update: 'A decline cannot be changed.',
    remove: 'A decline cannot be changed.',
  },
  list: listDeclines,
})
