import { agreementVersionList, listAgreementVersions } from '../../../core/agreements/index.ts'
import { fields, pdfFile, requiredVerifications, showFile, signerRoles } from '../agreement-shapes.ts'
import { integer, json, text, texts, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { agreementVersionIds } from '../ids.ts'
import { toOne } from '../resource.ts'

/** The contents of agreements, version by version. */
export const agreementVersions = defineResource({
  type: 'agreement-versions',
  idKind: 'agreement_version',
  ids: agreementVersionIds,
  about: 'The versions of agreements. A version never changes. Signers who have begun keep the version that they saw.',
  permissions: { read: 'agreements:read' },
  fields: agreementVersionList.fields,
  attributes: {
    number: integer('Which version, from 1.'),
    title: text('The title of the agreement.'),
    source: text('The text, with {{key}} at the place of each field.'),
    sourceSha256: text('SHA-256 of the source, in hex.'),
    file: json(pdfFile, 'The PDF of this version.', { of: 'pdf', nullable: true, as: showFile }),
    language: text('The language of the text, as a BCP 47 tag.'),
    signerRoles: json(signerRoles, 'Who signs.'),
    fields: json(fields, 'The blanks of the text.'),
    requiredVerifications: json(requiredVerifications, 'The verifications that signers pass through.'),
    shownMetadata: texts(
      'The names of the metadata that signers see; null shows the metadata of the address of their link.',
      {
        nullable: true,
      },
    ),
    createdAt: time('When it was made.'),
  },
  relationships: {
    agreement: toOne('agreements', 'agreementId', 'Of which agreement.'),
    creator: toOne('users', 'createdBy', 'The user who made this version; null when an API key made it.', {
      nullable: true,
    }),
  },
  instead: {
    create: 'Change the agreement, which makes a new version.',
    update: 'Change the agreement, which makes a new version.',
    remove: 'Somebody may have signed it.',
  },
  list: listAgreementVersions,
})
