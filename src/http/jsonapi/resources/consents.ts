import { consentList, consentTexts, giveConsent, listConsents } from '../../../core/verifications/index.ts'
import { reference, text, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

const kinds = [...new Set(consentTexts.map(({ kind }) => kind))]

/** The consents of people to texts. */
export const consents = defineResource({
  type: 'consents',
  idKind: 'consent',
  about:
    'Consents of people to texts. Create a withdrawal to take a consent back, which ends the verifications that need it.',
  permissions: { read: 'verifications:read', write: 'verifications:write' },
  fields: consentList.fields,
  attributes: {
    kind: word(kinds, 'What was agreed to.', { write: 'create', required: true }),
    person: reference('subject', 'The person who consented; a new person by default.', {
      of: 'subjectId',
      write: 'create',
    }),
    textVersion: text('The version of the text; the newest by default.', { write: 'create' }),
    textSha256: text('SHA-256 of the text, in hex.'),
    locale: text('The language of the text.', { write: 'create' }),
    typedName: text('The name as the person typed it.', { write: 'create', nullable: true }),
    ipAddress: text('The IP address of the person.', { write: 'create', nullable: true }),
    userAgent: text('The browser that the person used.', { write: 'create', nullable: true, max: 512 }),
    acceptedAt: time('When the person agreed.'),
    withdrawnAt: time('When the person withdrew the consent.', { nullable: true }),
  },
  relationships: {
    submission: toOne('submissions', 'submissionId', 'What it was given for.', { nullable: true, write: 'create' }),
    signer: toOne('signers', 'signerId', 'The signer who gave the consent, if a signer did.', {
      nullable: true,
      write: 'create',
    }),
  },
  instead: {
    update: 'A consent cannot be changed. Create a withdrawal to take it back.',
    remove: 'A consent is proof. Create a withdrawal to take it back.',
  },
  list: listConsents,
  create: giveConsent,
})
