import { Type } from 'typebox'
import { sealLevels } from '../../../core/evidence/index.ts'
import type { SubmissionDocument } from '../../../core/submissions/index.ts'
import { type Members, momentOrNull, presenter, publicId, replyMembers, shown } from '../member-table.ts'
import { object, text, textOrNull, wordOrNull } from '../members.ts'

const members = {
  id: publicId('document', 'Id of the document.', { wire: 'document_id' }),
  submissionId: publicId('submission', 'Id of the submission.'),
  filename: shown(text('The name of the file.', 'lease.pdf')),
  byteSize: shown(Type.Integer({ description: 'The size of the file in bytes.' })),
  sha256: shown(text('SHA-256 of the file, in hex.'), { wire: 'document_sha256' }),
  sealLevel: shown(
    wordOrNull(sealLevels, 'How long the seal can be proved; null for a document that is older than seals.'),
  ),
  sealedAt: momentOrNull('The moment of the timestamp of the seal.'),
  timestampAuthority: shown(textOrNull('The timestamp authority: built-in, or its address.')),
  sealCertificateSha256: shown(textOrNull('SHA-256 of the certificate of the seal, in hex.')),
  evidenceSha256: shown(textOrNull('SHA-256 of the evidence in the document, in hex.')),
  removedAt: momentOrNull('When the file was removed at the end of its retention period.'),
} satisfies Partial<Members<SubmissionDocument>>

export const sealResources = { seal: object(replyMembers(members), 'The seal of a finished document.') }

/** A seal in the newest shape. */
export const presentSeal = presenter<SubmissionDocument>(members)
