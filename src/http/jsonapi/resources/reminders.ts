import { listReminders, reminderList, remindSigner } from '../../../core/submissions/index.ts'
import { time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The action of asking a signer again, as a resource. */
export const reminders = defineResource({
  type: 'reminders',
  idKind: 'reminder',
  about:
    'Create one to mail a signer whose turn it is a new way in; those that they were sent before work no more. The server makes them too, where the link or the submission says when.',
  permissions: { read: 'submissions:read', write: 'submissions:write' },
  fields: reminderList.fields,
  attributes: { remindedAt: time('When.') },
  relationships: {
    signer: toOne('signers', 'signerId', 'Who is asked again.', { write: 'create', required: true }),
    submission: toOne('submissions', 'submissionId', 'What is to be signed.'),
    user: toOne('users', 'userId', 'Who asked, if a person.', { nullable: true }),
  },
  instead: { update: 'It is mailed already.', remove: 'It is mailed already.' },
  list: listReminders,
  create: (ctx, { signerId }) => remindSigner(ctx, signerId),
})
