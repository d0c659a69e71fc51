import {
  listSubmissions,
  type Submission,
  submissionList,
  voidOpenSubmission,
} from '../../../core/submissions/index.ts'
import { text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

const voiding = ({ id, voidedAt, voidReason }: Submission) => ({ id, submissionId: id, voidedAt, voidReason })

/** The action of calling back a submission, as a resource. */
export const voidings = defineResource({
  type: 'voidings',
  idKind: 'voiding',
  about: 'Create one to call back a submission before it is completed.',
  permissions: { read: 'submissions:read', write: 'submissions:write' },
  fields: submissionList.fields,
  attributes: {
    reason: text('Why.', { of: 'voidReason', write: 'create', nullable: true, max: 500 }),
    voidedAt: time('When.'),
  },
  relationships: {
    submission: toOne('submissions', 'submissionId', 'What is called back.', { write: 'create', required: true }),
  },
  instead: { update: 'It cannot be taken back.', remove: 'It cannot be taken back; create another submission.' },
  list: async (ctx, { filters = [], ...request }) => {
    const page = await listSubmissions(ctx, {
      ...request,
      filters: [...filters, { field: 'voidedAt', absent: false }],
    })
    return { ...page, items: page.items.map(voiding) }
  },
  create: async (ctx, { submissionId, voidReason = null }) =>
    voiding(await voidOpenSubmission(ctx, submissionId, voidReason)),
})
