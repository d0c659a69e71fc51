import { Type } from 'typebox'
import { roleKinds } from '../../../core/agreements/index.ts'
import { reassignSigner } from '../../../core/ceremony/index.ts'
import { longestEmail } from '../../../core/email.ts'
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
  { emailCode: Type.Boolean({ description: 'Whether a code is mailed to the signer.' }) },
  { additionalProperties: false },
)

/** People who sign a submission. */
export const signers = defineResource({
  type: 'signers',
  idKind: 'signer',
  about:
    'People who take part in a submission. Change the name or the address of a signer who has not acted to give the part to another person. The links of the previous person then stop working.',
  permissions: { read: 'submissions:read', write: 'submissions:write' },
  fields: signerList.fields,
  attributes: {
    role: text('The signer role of the agreement.'),
    name: text('The name, once it is known. Search by whole words.', { nullable: true, write: 'update' }),
    email: text('The e-mail address, once it is known. Search by whole words.', {
      nullable: true,
      write: 'update',
      max: longestEmail,
    }),
    kind: word(roleKinds, 'What the role does: sign, approve without signing, or only get the finished document.'),
    order: integer('The turn of the role. Roles with the same order act at the same time.'),
    delivery: word(['link', 'email'], 'How the signer gets the link; null until the signer is known.', {
      nullable: true,
      write: 'update',
    }),
    access: json(access, 'What the signer must enter before they can read the agreement.', { write: 'update' }),
    newFields: json(
      mapOfAnswers(),
      'The values of the fields of the signer, by key. Earlier values stay unless you give new ones here. An empty text removes a value. Values are never shown.',
      { of: 'fields', write: 'update' },
    ),
    mayDelegate: boolean('Whether the signer may pass their part on to another person.', { write: 'update' }),
    turnCameAt: time('When the turn of the signer began.', { nullable: true }),
    mayChange: boolean('Whether another person may sign instead.', { write: 'update' }),
    signingUrl: text('The link of a new signer who gets none by mail. Only the reply to that change has it.', {
      shownOnce: true,
    }),
    person: reference('subject', 'The person to verify.', { of: 'subjectId' }),
    viewedAt: time('When the agreement was opened.', { nullable: true }),
    identifiedAt: time('When the signer gave their name and address.', { nullable: true }),
    detailsGivenAt: time('When the signer gave the details for the verifications.', { nullable: true }),
    signedAt: time('When the signer signed.', { nullable: true }),
    approvedAt: time('When the approver approved.', { nullable: true }),
    signatureMethod: word(['typed', 'drawn'], 'How the signer signed.', { nullable: true }),
    declinedAt: time('When the signer declined.', { nullable: true }),
    createdAt: time('When the signer opened the agreement.'),
    updatedAt: time('When the signer last acted.'),
  },
  relationships: {
    submission: toOne('submissions', 'submissionId', 'The submission of the signer.'),
    verifications: toMany('verifications', 'signerId', 'The verifications of this signer.', { include: true }),
    consents: toMany('consents', 'signerId', 'The consents of this signer.', { include: true }),
  },
  instead: {
    create: 'Create a submission with newSigner, or let people open the link.',
    remove: 'Signers are part of the proof. Create an erasure to destroy the personal data of a person.',
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
