import { listSubmissions, submissionList } from '../../../core/submissions/index.ts'
import { text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** That a signer declined. Only the signer can do it, on the page of the link. */
export const declines = defineResource({
  type: 'declines',
  idKind: 'decline',
  about: 'That a signer declined. Only the signer can, on the page of the link.',
  permissions: { read: 'submissions:read' },
  fields: submissionList.fields,
  attributes: {
    reason: text('Why.', { of: 'declineReason', nullable: true }),
    declinedAt: time('When.'),
  },
  relationships: { submission: toOne('submissions', 'submissionId', 'What was declined.') },
  instead: {
    create: 'Only the signer can decline, on the page of the link. Create a voiding to end a submission yourself.',
    update: 'What a signer has said stays.',
    remove: 'What a signer has said stays.',
  },
  list: async (ctx, { filters = [], ...request }) => {
    const declined = { field: 'declinedAt', absent: false }
    const page = await listSubmissions(ctx, { ...request, filters: [...filters, declined] })
    return {
      ...page,
      items: page.items.map(({ id, declinedAt, declineReason }) => ({
        id,
        submissionId: id,
        declinedAt,
        declineReason,
      })),
    }
  },
})
