import { Type } from 'typebox'
import { type BulkSend, type BulkSendPreview, bulkSendStates } from '../../../core/bulk-sends/index.ts'
import { formatId } from '../../../core/ids.ts'
import { sayTrouble } from '../../../texts/index.ts'
import { readFileUpload } from '../../file-upload.ts'
import { fileUploadSchema } from '../../uploads.ts'
import {
  given,
  givenAs,
  givenId,
  type Members,
  moment,
  momentOrNull,
  otherNames,
  presenter,
  publicId,
  replyMembers,
  request,
  shown,
  shownAs,
} from '../member-table.ts'
import { object, text, textOrNull, word } from '../members.ts'

const column = object(
  {
    name: text('The name of the column in the first line.', 'email'),
    role: textOrNull('The signer role of the column; null for metadata.'),
    becomes: word(['name', 'email', 'access', 'field', 'metadata'], 'What its cells become.'),
  },
  'A column of the file.',
)

const members = {
  id: publicId('bulk_send', 'Id of the bulk send.', {
    wire: 'bulk_send_id',
    example: 'bsd_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b',
  }),
  agreementLinkId: publicId('agreement_link', 'Id of the agreement link.'),
  delivery: shown(word(['email', 'link'], 'Whether the links are mailed (email) or are in the result file (link).')),
  fileName: shown(textOrNull('Name of the file.')),
  columns: shown(Type.Array(column, { description: 'What each column becomes.' })),
  state: shown(word(bulkSendStates, 'The state.')),
  trouble: shownAs(
    textOrNull('Why the bulk send stopped by itself.'),
    (trouble: BulkSend['trouble']) => trouble && sayTrouble(trouble),
  ),
  total: shown(Type.Integer({ description: 'Rows of the file.' })),
  made: shown(Type.Integer({ description: 'Rows that have become submissions.' })),
  createdAt: moment('When it began.'),
  updatedAt: moment('When it last changed.'),
  endedAt: momentOrNull('When the bulk send ended or stopped.'),
  keptUntil: momentOrNull('Until when a stopped bulk send can continue, and the result file has the links.'),
} satisfies Members<BulkSend>

const newMembers = {
  agreementLinkId: givenId('agreement_link', 'Id of the agreement link.'),
  delivery: given(
    word(['email', 'link'], 'Whether the links are mailed (email, the default) or are in the result file (link).'),
  ),
  file: givenAs(
    fileUploadSchema(
      'The file, at most 4 MiB. The first line names the columns: email, name, <role>.email, <role>.name; other columns become metadata. Each further line is one submission, at most 10,000.',
    ),
    (upload) => readFileUpload('file', upload),
    { wire: 'file_upload' },
  ),
  isStopped: given(
    Type.Boolean({ description: 'Whether the bulk send waits until you continue it; false by default.' }),
  ),
}

/** The members of a new bulk send. */
export const newBulkSend = request(newMembers, ['agreementLinkId', 'file'])

const { isStopped: _, ...looked } = newMembers
/** The members of a preview of a file. */
export const newPreview = request(looked, ['agreementLinkId', 'file'])

const previewMembers = {
  columns: members.columns,
  total: members.total,
  known: shownAs(
    textOrNull(
      'Id of the earlier bulk send of the same file for this link. Sending the file again makes nothing twice.',
    ),
    (known: BulkSendPreview['known']) => known && formatId('bulk_send', known.id),
    { wire: 'bulk_send_id' },
  ),
} satisfies Members<BulkSendPreview>

/** Members that have another name in core. */
export const bulkSendNames = otherNames(newMembers)

export const bulkSendResources = {
  bulk_send: object(replyMembers(members), 'One link on its way to the people of a file.'),
  bulk_send_preview: object(replyMembers(previewMembers), 'The preview of a bulk send.'),
}

/** A bulk send in the newest shape. */
export const presentBulkSend = presenter<BulkSend>(members)

/** The preview of a file, in the newest shape. */
export const presentPreview = presenter<BulkSendPreview>(previewMembers)
