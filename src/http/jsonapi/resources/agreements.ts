import {
  type Agreement,
  agreementList,
  createAgreementOf,
  deleteAgreement,
  duplicateAgreementOf,
  listAgreements,
  longestTag,
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

/** Documents to be signed, in their newest version. One that was opened is archived, not removed. */
export const agreements = defineResource({
  type: 'agreements',
  idKind: 'agreement',
  takesFile: true,
  about:
    'Documents to be signed. A change makes a new version; signers who have begun keep theirs. One that somebody has opened cannot be deleted: archive it, which turns its links off for good.',
  permissions: { read: 'agreements:read', write: 'agreements:write' },
  fields: agreementList.fields,
  attributes: {
    title: text('What it is called.', { write: 'always', required: true }),
    version: integer('The newest version, from 1.'),
    source: text('The text, with {{key}} where a field stands; empty for an agreement of a PDF.', {
      write: 'always',
      max: 262_144,
    }),
    fileUpload: json(fileUpload, 'A PDF in place of a text: up to 25 MiB and 300 pages.', { write: 'always' }),
    importFields: boolean(
      'Whether the blanks of the form of the PDF, its words in double braces, and a signature for each role that signs and has none become fields.',
      { write: 'always' },
    ),
    fromVersion: integer(
      'An older version that becomes the newest again: its text or its file, its roles, fields and verifications, in so far as they are not given. It is never shown.',
      { write: 'update', range: [1, 2_147_483_647] },
    ),
    file: json(pdfFile, 'The PDF that it is made of; the file itself is at /file of its address.', {
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
    signerRoles: json(signerRoles, 'Who signs; needed unless it is a copy.', { write: 'always' }),
    fields: json(fields, 'The blanks of the text; needed unless it is a copy.', { write: 'always' }),
    requiredVerifications: json(requiredVerifications, 'The verifications that signers pass through.', {
      write: 'always',
    }),
    shownMetadata: texts(
      'Names of the metadata that signers see; null is what the address of their link says, and nothing that a submission was created with.',
      { write: 'always', nullable: true },
    ),
    tags: texts('What it is sorted into, by words of your own. They make no new version.', {
      write: 'always',
      max: longestTag,
      maxItems: mostTags,
    }),
    isArchived: boolean('Whether its links are off for good; it cannot be taken back.', { write: 'update' }),
    documentRetentionDays: integer(
      'For how many days finished documents are kept; null is the rule of the organization. It makes no new version.',
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
      'The agreement that it is a copy of: what is not given is taken from its newest version.',
      { nullable: true, write: 'create' },
    ),
    agreementLinks: toMany('agreement-links', 'agreementId', 'Its public links.', { include: true }),
    agreementVersions: toMany('agreement-versions', 'agreementId', 'Its versions, the newest first.'),
    submissions: toMany('submissions', 'agreementId', 'The submissions through its links.'),
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
