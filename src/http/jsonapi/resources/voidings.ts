import { listVoidings, voidingList, voidOpenSubmission } from '../../../core/submissions/index.ts'
import { text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The action of calling back a submission, as a resource. */
export const voidings = defineResource({
  type: 'voidings',
  idKind: 'voiding',
  about: 'Create a voiding to call back a submission before it is completed.',
  permissions: { read: 'submissions:read', write: 'submissions:write' },
  fields: voidingList.fields,
  attributes: {
    reason: text('Why.', { write: 'create', nullable: true, max: 500 }),
    voidedAt: time('When.'),
  },
  relationships: {
    submission: toOne('submissions', 'submissionId', 'The submission that is called back.', {
      write: 'create',
      required: true,
    }),
    user: toOne('users', 'userId', 'The user who called it back; null when no user did.', { nullable: true }),
  },
  instead: { update: 'This cannot be undone.', remove: 'A voiding cannot be undone. Create another submission.' },
  list: listVoidings,
  create: (ctx, { submissionId, reason = null }) => voidOpenSubmission(ctx, submissionId, reason),
})
