import { listReminders, reminderList, remindSigner } from '../../../core/submissions/index.ts'
import { time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The action of asking a signer again, as a resource. */
export const reminders = defineResource({
  type: 'reminders',
  idKind: 'reminder',
  about:
    'Create a reminder to mail a new link to a signer whose turn it is. Earlier links of this signer stop working. The server also creates reminders, at the times that the link or the submission sets.',
  permissions: { read: 'submissions:read', write: 'submissions:write' },
  fields: reminderList.fields,
  attributes: { remindedAt: time('When.') },
  relationships: {
    signer: toOne('signers', 'signerId', 'Who is asked again.', { write: 'create', required: true }),
    submission: toOne('submissions', 'submissionId', 'What is to be signed.'),
    user: toOne('users', 'userId', 'The user who asked; null when no user did.', { nullable: true }),
  },
  instead: { update: 'It is mailed already.', remove: 'It is mailed already.' },
  list: listReminders,
  create: (ctx, { signerId }) => remindSigner(ctx, signerId),
})
