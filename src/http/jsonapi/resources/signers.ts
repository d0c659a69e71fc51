import { roleKinds } from '../../../core/agreements/index.ts'
import { listSigners, signerList } from '../../../core/submissions/index.ts'
import { boolean, integer, reference, text, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toMany, toOne } from '../resource.ts'

/** People who sign a submission. */
export const signers = defineResource({
  type: 'signers',
  idKind: 'signer',
  about: 'People who sign a submission.',
  permissions: { read: 'submissions:read' },
  fields: signerList.fields,
  attributes: {
    role: text('Which of the signer roles of the agreement.'),
    name: text('The name, once given. Its whole words find it.', { nullable: true }),
    email: text('The e-mail address, once given. Its whole words find it.', { nullable: true }),
    kind: word(roleKinds, 'What they do: sign, approve without signing, or only get the finished document.'),
    order: integer('When they act: those of one order side by side.'),
    delivery: word(['link', 'email'], 'How they get their way in; null until they are known.', {
      nullable: true,
    }),
    mayDelegate: boolean('Whether they may pass it on to somebody else.'),
    turnCameAt: time('When their turn came.', { nullable: true }),
    mayChange: boolean('Whether they may name somebody else than the sender did.'),
    person: reference('subject', 'Who is checked.', { of: 'subjectId' }),
    viewedAt: time('When the agreement was opened.', { nullable: true }),
    identifiedAt: time('When the signer gave their name and address.', { nullable: true }),
    detailsGivenAt: time('When the signer gave what checks need.', { nullable: true }),
    signedAt: time('When the signer signed.', { nullable: true }),
    approvedAt: time('When the approver approved.', { nullable: true }),
    signatureMethod: word(['typed', 'drawn'], 'How the signer signed.', { nullable: true }),
    declinedAt: time('When the signer declined.', { nullable: true }),
    createdAt: time('When the signer opened the agreement.'),
    updatedAt: time('When the signer last did something.'),
  },
  relationships: {
    submission: toOne('submissions', 'submissionId', 'What is signed.'),
    verifications: toMany('verifications', 'signerId', 'The checks of this signer.', { include: true }),
    consents: toMany('consents', 'signerId', 'What this signer consented to.', { include: true }),
  },
  instead: {
    create: 'Create a submission with newSigner, or let people open the link.',
    update: 'What signers say of themselves is theirs.',
    remove: 'They are part of the proof; create an erasure to destroy what is known of a person.',
  },
  list: listSigners,
})
