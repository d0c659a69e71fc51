import { consentList, consentTexts, giveConsent, listConsents } from '../../../core/verifications/index.ts'
import { reference, text, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

const kinds = [...new Set(consentTexts.map(({ kind }) => kind))]

/** That people agreed to texts. */
export const consents = defineResource({
  type: 'consents',
  idKind: 'consent',
  about:
    'That people agreed to texts. Create a withdrawal to take one back, which ends the verifications that rest on it.',
  permissions: { read: 'verifications:read', write: 'verifications:write' },
  fields: consentList.fields,
  attributes: {
    kind: word(kinds, 'What was agreed to.', { write: 'create', required: true }),
    person: reference('subject', 'Who agreed; a new person unless given.', { of: 'subjectId', write: 'create' }),
    textVersion: text('Which version of the text; the newest unless given.', { write: 'create' }),
    textSha256: text('SHA-256 of the text, in hex.'),
    locale: text('The language of the text.', { write: 'create' }),
    typedName: text('The name as the person typed it.', { write: 'create', nullable: true }),
    ipAddress: text('The address that the person came from.', { write: 'create', nullable: true }),
    userAgent: text('The browser that the person used.', { write: 'create', nullable: true, max: 512 }),
    acceptedAt: time('When the person agreed.'),
    withdrawnAt: time('When the person withdrew it.', { nullable: true }),
  },
  relationships: {
    submission: toOne('submissions', 'submissionId', 'What it was given for.', { nullable: true, write: 'create' }),
    signer: toOne('signers', 'signerId', 'Who gave it, if a signer.', { nullable: true, write: 'create' }),
  },
  instead: {
    update: 'What was agreed to stays; create a withdrawal to take it back.',
    remove: 'It is proof; create a withdrawal to take it back.',
  },
  list: listConsents,
  create: giveConsent,
})
