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
    'The finished documents of submissions. The link content is the file itself, bundle a ZIP of all that proves it, proof the proof that the log names it.',
  permissions: { read: 'submissions:read' },
  fields: documentList.fields,
  attributes: {
    filename: text('The name of the file.'),
    contentType: text('The type of the file.'),
    byteSize: integer('The size of the file in bytes.'),
    sha256: text('SHA-256 of the file, in hex.'),
    sealLevel: word(sealLevels, 'How long its seal can be proved; null for one from before seals.', { nullable: true }),
    sealedAt: time('The moment that the timestamp of its seal says.', { nullable: true }),
    timestampAuthority: text('Whose timestamp it is: built-in, or an address.', { nullable: true }),
    sealCertificateSha256: text('SHA-256 of the certificate that sealed it, in hex.', { nullable: true }),
    evidenceSha256: text('SHA-256 of the evidence within it, in hex.', { nullable: true }),
    keptUntil: time('When it is removed; null when no rule ends it.', { nullable: true }),
    removedAt: time('When it was removed.', { nullable: true }),
    createdAt: time('When it was made.'),
  },
  relationships: { submission: toOne('submissions', 'submissionId', 'What it came of.') },
  links: { content: '/content', bundle: '/bundle', proof: '/proof' },
  instead: {
    create: 'The server makes them once everybody has signed.',
    remove: 'They are the proof. Set documentRetentionDays of the agreement or the organization.',
  },
  list: listDocuments,
})
