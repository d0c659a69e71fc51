import { evidenceLogList, listEvidenceLogs } from '../../../core/evidence/index.ts'
import { integer, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'

/** The log of the organization's trail. */
export const evidenceLogs = defineResource({
  type: 'evidence-logs',
  idKind: 'organization',
  about:
    'The log of your organization, with its newest signed head. The log is a Merkle tree (RFC 6962). Its leaves are the rows of the audit trail.',
  permissions: { read: 'audit:read' },
  fields: evidenceLogList.fields,
  attributes: {
    origin: text('The name of the log, as in its heads.'),
    size: integer('How many leaves the log has.'),
    root: text('The root of the tree, in base64.'),
    checkpoint: text('The newest signed head, in the format C2SP tlog-checkpoint.'),
    signedAt: time('When it was signed.'),
  },
  relationships: {},
  instead: { create: 'Only the server writes the log.', remove: 'The log is proof of the audit trail.' },
  list: listEvidenceLogs,
})
