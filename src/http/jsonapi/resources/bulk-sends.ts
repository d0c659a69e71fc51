import { Type } from 'typebox'
import {
  type BulkSend,
  bulkSendList,
  bulkSendStates,
  createBulkSend,
  deleteBulkSend,
  listBulkSends,
  setBulkSendStopped,
} from '../../../core/bulk-sends/index.ts'
import { sayTrouble } from '../../../texts/index.ts'
import { readFileUpload } from '../../file-upload.ts'
import { fileUploadSchema } from '../../uploads.ts'
import { boolean, integer, json, text, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

export const columns = Type.Array(
  Type.Object({
    name: Type.String(),
    role: Type.Union([Type.String(), Type.Null()]),
    becomes: Type.Enum(['name', 'email', 'access', 'field', 'metadata']),
  }),
)

/** A file, and how ways in reach its people. */
export const sentFile = {
  fileUpload: json(
    fileUploadSchema('Its name, and its bytes in base64.'),
    'The file, at most 4 MiB: a first line of names (email, name, <role>.email, <role>.name; all others become metadata), and a line for each submission.',
    { of: 'file', write: 'create', required: true },
  ),
  delivery: word(['email', 'link'], 'Whether ways in are mailed, or stand in the result file; email unless given.', {
    write: 'create',
  }),
}

const present = ({ trouble, ...send }: BulkSend) => ({
  ...send,
  isStopped: send.state === 'stopped',
  troubleCode: trouble?.code ?? null,
  trouble: trouble && sayTrouble(trouble),
})

/** The action of sending a link to the people of a file, as a resource. */
export const bulkSends = defineResource({
  type: 'bulk-sends',
  idKind: 'bulk_send',
  about:
    'Create one to make a submission of each row of a CSV file, at most 10,000. The file is judged whole first: with one bad row nothing is made. A file that says what one before it said, for the same link, gives that one back. Set isStopped to stop it, or to let it go on. The link result is a CSV file of what became of each row.',
  permissions: { read: 'submissions:read', write: 'submissions:write' },
  fields: bulkSendList.fields,
  takesFile: true,
  attributes: {
    ...sentFile,
    isStopped: boolean('Whether it has stopped, or waits to begin.', { write: 'always' }),
    state: word(bulkSendStates, 'How it stands.'),
    troubleCode: text('Why it stopped by itself, as a code.', { nullable: true }),
    trouble: text('Why it stopped by itself.', { nullable: true }),
    fileName: text('The name of the file.', { nullable: true }),
    columns: json(columns, 'What each column of the file becomes.'),
    total: integer('How many rows the file has.'),
    made: integer('How many of them have become submissions.'),
    createdAt: time('When it began.'),
    updatedAt: time('When it was last changed.'),
    endedAt: time('When it ended or stopped.', { nullable: true }),
    keptUntil: time('Until when what stopped can go on, and the result file has the ways in.', { nullable: true }),
  },
  relationships: {
    agreementLink: toOne('agreement-links', 'agreementLinkId', 'What is sent.', { write: 'create', required: true }),
  },
  links: { result: '/result' },
  list: async (ctx, request) => {
    const page = await listBulkSends(ctx, request)
    return { ...page, items: page.items.map(present) }
  },
  create: async (ctx, { file, ...given }) =>
    present(await createBulkSend(ctx, { ...given, file: readFileUpload('file', file) })),
  update: async (ctx, id, { isStopped }) => present(await setBulkSendStopped(ctx, id, isStopped)),
  remove: deleteBulkSend,
})
