import { evidenceLogList, listEvidenceLogs } from '../../../core/evidence/index.ts'
import { integer, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'

/** The log of the organization's trail. */
export const evidenceLogs = defineResource({
  type: 'evidence-logs',
  idKind: 'organization',
  about:
    'The log of your organization: a Merkle tree (RFC 6962) whose leaves are the rows of its trail, with its newest signed head.',
  permissions: { read: 'audit:read' },
  fields: evidenceLogList.fields,
  attributes: {
    origin: text('The name of the log, which its heads carry.'),
    size: integer('How many rows of the trail are leaves.'),
    root: text('The root of the tree, in base64.'),
    checkpoint: text('The newest head, signed, as C2SP tlog-checkpoint has it.'),
    signedAt: time('When it was signed.'),
  },
  relationships: {},
  instead: { create: 'The server keeps it by itself.', remove: 'It is the proof of the trail.' },
  list: listEvidenceLogs,
})
