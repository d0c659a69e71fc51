import { sealLevels } from '../../../core/evidence/index.ts'
import { documentList, listDocuments } from '../../../core/submissions/index.ts'
import { integer, text, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The finished documents of submissions. */
export const documents = defineResource({
  type: 'documents',
  idKind: 'document',
  about:
    'The finished documents of submissions. The link content leads to the file itself. The link bundle leads to a ZIP with all its proof. The link proof leads to the proof that the log names it.',
  permissions: { read: 'submissions:read' },
  fields: documentList.fields,
  attributes: {
    filename: text('The name of the file.'),
    contentType: text('The type of the file.'),
    byteSize: integer('The size of the file in bytes.'),
    sha256: text('SHA-256 of the file, in hex.'),
    sealLevel: word(sealLevels, 'How long the seal can be proved; null for a document that is older than seals.', {
      nullable: true,
    }),
    sealedAt: time('The moment of the timestamp of the seal.', { nullable: true }),
    timestampAuthority: text('The timestamp authority: built-in, or its address.', { nullable: true }),
    sealCertificateSha256: text('SHA-256 of the certificate of the seal, in hex.', { nullable: true }),
    evidenceSha256: text('SHA-256 of the evidence in the document, in hex.', { nullable: true }),
    keptUntil: time('When the document is removed; null without a rule that removes it.', { nullable: true }),
    removedAt: time('When it was removed.', { nullable: true }),
    createdAt: time('When it was made.'),
  },
  relationships: { submission: toOne('submissions', 'submissionId', 'The submission of the document.') },
  links: { content: '/content', bundle: '/bundle', proof: '/proof' },
  instead: {
    create: 'The server makes a document once everybody has signed.',
    remove:
      'Documents are proof. To limit how long they are kept, set documentRetentionDays of the agreement or of the organization.',
  },
  list: listDocuments,
})
