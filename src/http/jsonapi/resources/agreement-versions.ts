import { agreementVersionList, listAgreementVersions } from '../../../core/agreements/index.ts'
import { fields, pdfFile, requiredVerifications, showFile, signerRoles } from '../agreement-shapes.ts'
import { integer, json, text, texts, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { agreementVersionIds } from '../ids.ts'
import { toOne } from '../resource.ts'

/** What agreements said, version by version. */
export const agreementVersions = defineResource({
  type: 'agreement-versions',
  idKind: 'agreement_version',
  ids: agreementVersionIds,
  about: 'What an agreement said in each of its versions. A version never changes: signers who have begun keep theirs.',
  permissions: { read: 'agreements:read' },
  fields: agreementVersionList.fields,
  attributes: {
    number: integer('Which version, from 1.'),
    title: text('What the agreement was called.'),
    source: text('The text, with {{key}} where a field stands.'),
    sourceSha256: text('SHA-256 of the source, in hex.'),
    file: json(pdfFile, 'The PDF that it was made of.', { of: 'pdf', nullable: true, as: showFile }),
    language: text('The language of the text, as a BCP 47 tag.'),
    signerRoles: json(signerRoles, 'Who signs.'),
    fields: json(fields, 'The blanks of the text.'),
    requiredVerifications: json(requiredVerifications, 'The verifications that signers pass through.'),
    shownMetadata: texts('Names of the metadata that signers see; null is what the address of their link says.', {
      nullable: true,
    }),
    createdAt: time('When it was made.'),
  },
  relationships: {
    agreement: toOne('agreements', 'agreementId', 'Of which agreement.'),
    creator: toOne('users', 'createdBy', 'The user who made it; null when a key did.', { nullable: true }),
  },
  instead: {
    create: 'Change the agreement, which makes a new version.',
    update: 'Change the agreement, which makes a new version.',
    remove: 'Somebody may have signed it.',
  },
  list: listAgreementVersions,
})
