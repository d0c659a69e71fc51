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
  sealLevel: shown(wordOrNull(sealLevels, 'How long the seal can be proved; null for one from before seals.')),
  sealedAt: momentOrNull('The moment that the timestamp of the seal says.'),
  timestampAuthority: shown(textOrNull('Whose timestamp it is: built-in, or an address.')),
  sealCertificateSha256: shown(textOrNull('SHA-256 of the certificate that sealed it, in hex.')),
  evidenceSha256: shown(textOrNull('SHA-256 of the evidence within it, in hex.')),
  removedAt: momentOrNull('When the file was removed because its time was over.'),
} satisfies Partial<Members<SubmissionDocument>>

export const sealResources = { seal: object(replyMembers(members), 'The seal of a finished document.') }

/** A seal in the newest shape. */
export const presentSeal = presenter<SubmissionDocument>(members)
