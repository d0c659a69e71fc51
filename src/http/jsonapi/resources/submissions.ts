import { Type } from 'typebox'
import { browseSubmissions, submissionFields } from '../../../core/signing/index.ts'
import { integer, json, text, time, word } from '../attributes.ts'
import { type Resource, toMany, toOne } from '../resource.ts'

const statuses = ['created', 'viewed', 'signed', 'completed', 'declined', 'voided', 'expired']

/** Runs through a link. People make them by opening it. */
export const submissions: Resource = {
  type: 'submissions',
  idKind: 'submission',
  about: 'Runs through a link. People begin one by opening the link; create a voiding to call one back.',
  permissions: { read: 'submissions:read' },
  fields: submissionFields,
  attributes: {
    status: word(statuses, 'Where it stands.'),
    agreementVersion: integer('The version of the agreement that was shown.'),
    metadata: json(Type.Record(Type.String(), Type.Unknown()), 'The query parameters that the link was opened with.'),
    fieldValues: json(Type.Record(Type.String(), Type.String()), 'What was filled in, by the key of the field.'),
    viewedAt: time('When it was opened.', { nullable: true }),
    completedAt: time('When everybody had signed and the document was made.', { nullable: true }),
    declinedAt: time('When a signer declined.', { nullable: true }),
    declineReason: text('Why.', { nullable: true }),
    voidedAt: time('When it was called back.', { nullable: true }),
    voidReason: text('Why.', { nullable: true }),
    expiredAt: time('When it ended by itself.', { nullable: true }),
    createdAt: time('When it began.'),
    updatedAt: time('When it was last changed.'),
  },
  relationships: {
    agreement: toOne('agreements', 'agreementId', 'What is signed.'),
    agreementLink: toOne('agreement-links', 'agreementLinkId', 'The link that was opened.'),
    signers: toMany('signers', 'submissionId', 'Who signs.', { include: true }),
    documents: toMany('documents', 'submissionId', 'What came of it.', { include: true }),
    verifications: toMany('verifications', 'submissionId', 'The checks that belong to it.', { include: true }),
    consents: toMany('consents', 'submissionId', 'What the signers consented to.', { include: true }),
  },
  list: browseSubmissions,
}
