import { Type } from 'typebox'
import { roleKinds } from '../../../core/agreements/index.ts'
import { reassignSigner } from '../../../core/ceremony/index.ts'
import { notFound } from '../../../core/errors.ts'
import { formatId } from '../../../core/ids.ts'
import { only } from '../../../core/lists/index.ts'
import { forOwnRead } from '../../../core/permissions.ts'
import { listSigners, signerList } from '../../../core/submissions/index.ts'
import { mapOfAnswers } from '../../maps.ts'
import { boolean, integer, json, reference, text, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toMany, toOne } from '../resource.ts'

const access = Type.Object(
  { emailCode: Type.Boolean({ description: 'Whether a code is mailed to them.' }) },
  { additionalProperties: false },
)

/** People who sign a submission. */
export const signers = defineResource({
  type: 'signers',
  idKind: 'signer',
  about:
    'People who sign a submission. Change the name or the address of one who has not acted, and the part is that person’s: whoever had it is out.',
  permissions: { read: 'submissions:read', write: 'submissions:write' },
  fields: signerList.fields,
  attributes: {
    role: text('Which of the signer roles of the agreement.'),
    name: text('The name, once given. Its whole words find it.', { nullable: true, write: 'update' }),
    email: text('The e-mail address, once given. Its whole words find it.', {
      nullable: true,
      write: 'update',
      max: 254,
    }),
    kind: word(roleKinds, 'What they do: sign, approve without signing, or only get the finished document.'),
    order: integer('When they act: those of one order side by side.'),
    delivery: word(['link', 'email'], 'How they get their way in; null until they are known.', {
      nullable: true,
      write: 'update',
    }),
    access: json(access, 'What is asked of them before they read the agreement.', { write: 'update' }),
    newFields: json(
      mapOfAnswers(),
      'What stands in their fields, by key. What you filled in before stays with the part unless it is given anew here; an empty text takes it away. It is never shown.',
      { of: 'fields', write: 'update' },
    ),
    mayDelegate: boolean('Whether they may pass it on to somebody else.', { write: 'update' }),
    turnCameAt: time('When their turn came.', { nullable: true }),
    mayChange: boolean('Whether they may name somebody else than the sender did.', { write: 'update' }),
    signingUrl: text('The new way in of who is named anew and gets a link; only in the reply to that change.', {
      shownOnce: true,
    }),
    person: reference('subject', 'Who is checked.', { of: 'subjectId' }),
    viewedAt: time('When the agreement was opened.', { nullable: true }),
    identifiedAt: time('When the signer gave their name and address.', { nullable: true }),
    detailsGivenAt: time('When the signer gave what verifications need.', { nullable: true }),
    signedAt: time('When the signer signed.', { nullable: true }),
    approvedAt: time('When the approver approved.', { nullable: true }),
    signatureMethod: word(['typed', 'drawn'], 'How the signer signed.', { nullable: true }),
    declinedAt: time('When the signer declined.', { nullable: true }),
    createdAt: time('When the signer opened the agreement.'),
    updatedAt: time('When the signer last did something.'),
  },
  relationships: {
    submission: toOne('submissions', 'submissionId', 'What is signed.'),
    verifications: toMany('verifications', 'signerId', 'The verifications of this signer.', { include: true }),
    consents: toMany('consents', 'signerId', 'What this signer consented to.', { include: true }),
  },
  instead: {
    create: 'Create a submission with newSigner, or let people open the link.',
    remove: 'They are part of the proof; create an erasure to destroy what is known of a person.',
  },
  list: listSigners,
  update: async (ctx, id, given, { base }) => {
    const whom = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
    const { linkId, token } = await reassignSigner(ctx, id, whom)
    const { items } = await listSigners(forOwnRead(ctx), { filters: [only('id', id)] })
    const [signer] = items
    if (!signer) throw notFound('signer')
    const signingUrl = `${base}/agree/${formatId('agreement_link', linkId)}/begin/${token}`
    return token ? { ...signer, signingUrl } : signer
  },
})
