import {
  type Agreement,
  agreementList,
  createAgreementOf,
  deleteAgreement,
  duplicateAgreementOf,
  listAgreements,
  longestTag,
  MAX_SOURCE_LENGTH,
  mostTags,
  setAgreementArchived,
  updateAgreementOf,
} from '../../../core/agreements/index.ts'
import { mostRetentionDays } from '../../../core/retention-rule.ts'
import { doTogether } from '../../../core/together.ts'
import { fields, fileUpload, pdfFile, requiredVerifications, showFile, signerRoles } from '../agreement-shapes.ts'
import { boolean, integer, json, text, texts, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toMany, toOne } from '../resource.ts'

const present = (agreement: Agreement) => ({ ...agreement, isArchived: agreement.archivedAt !== null })

/** Documents to sign, in their newest version. An opened agreement is archived, not removed. */
export const agreements = defineResource({
  type: 'agreements',
  idKind: 'agreement',
  takesFile: true,
  about:
    'Documents to be signed. A change makes a new version. Signers who have begun keep the version that they saw. An agreement that somebody has opened cannot be deleted. Archive it instead, which turns its links off for good.',
  permissions: { read: 'agreements:read', write: 'agreements:write' },
  fields: agreementList.fields,
  attributes: {
    title: text('What it is called.', { write: 'always', required: true }),
    version: integer('The newest version, from 1.'),
    source: text('The text, with {{key}} at the place of each field; empty for an agreement of a PDF.', {
      write: 'always',
      max: MAX_SOURCE_LENGTH,
    }),
    fileUpload: json(fileUpload, 'A PDF instead of a text, up to 25 MiB and 300 pages.', { write: 'always' }),
    importFields: boolean(
      'Whether Sealane makes fields of the form fields of the PDF and of its words in double braces, and adds a signature for each signing role without one.',
      { write: 'always' },
    ),
    fromVersion: integer(
      'An older version that becomes the newest again. Its text or file, roles, fields and verifications are taken unless you give others. This member is never shown.',
      { write: 'update', range: [1, 2_147_483_647] },
    ),
    file: json(pdfFile, 'The PDF of the agreement. The file itself is at /file of its address.', {
      of: 'pdf',
      nullable: true,
      as: showFile,
    }),
    language: text('The language of the text, as a BCP 47 tag; null detects it.', {
      write: 'always',
      nullable: true,
      max: 35,
    }),
    sourceSha256: text('SHA-256 of the source, in hex.'),
    signerRoles: json(signerRoles, 'The signer roles. Required unless the agreement is a copy.', { write: 'always' }),
    fields: json(fields, 'The fields of the agreement. Required unless the agreement is a copy.', { write: 'always' }),
    requiredVerifications: json(requiredVerifications, 'The verifications that signers pass through.', {
      write: 'always',
    }),
    shownMetadata: texts(
      'The names of the metadata that signers see. Null shows the metadata of the address of their link, and hides the metadata that a submission was created with.',
      { write: 'always', nullable: true },
    ),
    tags: texts('Tags: your own words to sort agreements by. A change of tags makes no new version.', {
      write: 'always',
      max: longestTag,
      maxItems: mostTags,
    }),
    isArchived: boolean('Whether the links of the agreement are off for good. This cannot be undone.', {
      write: 'update',
    }),
    documentRetentionDays: integer(
      'For how many days finished documents are kept; null takes the rule of the organization. A change makes no new version.',
      { nullable: true, write: 'always', range: [1, mostRetentionDays] },
    ),
    archivedAt: time('When it was archived.', { nullable: true }),
    createdAt: time('When it was made.'),
    updatedAt: time('When it was last changed.'),
  },
  relationships: {
    creator: toOne('users', 'createdBy', 'The user who made it.', { nullable: true }),
    original: toOne(
      'agreements',
      'copyOf',
      'The original of a copy. Members that you do not give are taken from its newest version.',
      { nullable: true, write: 'create' },
    ),
    agreementLinks: toMany('agreement-links', 'agreementId', 'Its public links.', { include: true }),
    agreementVersions: toMany('agreement-versions', 'agreementId', 'The versions of the agreement, newest first.'),
    submissions: toMany('submissions', 'agreementId', 'The submissions through the links of the agreement.'),
  },
  list: async (ctx, request) => {
    const page = await listAgreements(ctx, request)
    return { ...page, items: page.items.map(present) }
  },
  create: async (ctx, { copyOf, ...given }, using) =>
    present(
      copyOf
        ? await duplicateAgreementOf(ctx, using, copyOf, given)
        : await createAgreementOf(ctx, using, { requiredVerifications: [], ...given }),
    ),
  update: (ctx, id, { isArchived, ...changes }, using) =>
    doTogether(ctx, async (inner) => {
      const changed = await updateAgreementOf(inner, using, id, changes)
      return present(isArchived === undefined ? changed : await setAgreementArchived(inner, id, isArchived))
    }),
  remove: deleteAgreement,
})
