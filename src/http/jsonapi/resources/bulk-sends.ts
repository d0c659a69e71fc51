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

/** A file of people, and the way in which the links reach them. */
export const sentFile = {
  fileUpload: json(
    fileUploadSchema('The name of the file, and its bytes in base64.'),
    'The file, at most 4 MiB. The first line names the columns: email, name, <role>.email, <role>.name; other columns become metadata. Each further line is one submission.',
    { of: 'file', write: 'create', required: true },
  ),
  delivery: word(
    ['email', 'link'],
    'Whether the links are mailed (email, the default) or are in the result file (link).',
    {
      write: 'create',
    },
  ),
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
    'Create a bulk send to make a submission of each row of a CSV file, at most 10,000. The server checks the whole file first. One bad row refuses the file. The same file for the same link returns the earlier bulk send. Set isStopped to stop the bulk send, or to continue it. The link result is a CSV file with the outcome of each row.',
  permissions: { read: 'submissions:read', write: 'submissions:write' },
  fields: bulkSendList.fields,
  takesFile: true,
  attributes: {
    ...sentFile,
    isStopped: boolean('Whether the bulk send is stopped, or waits to begin.', { write: 'always' }),
    state: word(bulkSendStates, 'The state.'),
    troubleCode: text('Why the bulk send stopped by itself, as a code.', { nullable: true }),
    trouble: text('Why the bulk send stopped by itself.', { nullable: true }),
    fileName: text('The name of the file.', { nullable: true }),
    columns: json(columns, 'What each column of the file becomes.'),
    total: integer('How many rows the file has.'),
    made: integer('How many rows have become submissions.'),
    createdAt: time('When it began.'),
    updatedAt: time('When it was last changed.'),
    endedAt: time('When the bulk send ended or stopped.', { nullable: true }),
    keptUntil: time('Until when a stopped bulk send can continue, and the result file has the links.', {
      nullable: true,
    }),
  },
  relationships: {
    agreementLink: toOne('agreement-links', 'agreementLinkId', 'The agreement link to send.', {
      write: 'create',
      required: true,
    }),
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
