import { createHash } from 'node:crypto'
import { type BulkSendPreview, type NewBulkSend, previewBulkSend } from '../../../core/bulk-sends/index.ts'
import type { Context } from '../../../core/context.ts'
import { readFileUpload } from '../../file-upload.ts'
import { integer, json } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne, type Using, type Values } from '../resource.ts'
import { columns, sentFile } from '../resources/bulk-sends.ts'

type Looked = BulkSendPreview & Pick<NewBulkSend, 'agreementLinkId'> & { id: string; delivery: 'email' | 'link' }

/** The type of previews of bulk files. `take` gets the result of a file. */
const previewsTaking = (take: (looked: Looked) => void) =>
  defineResource({
    type: 'bulk-send-previews',
    idKind: 'bulk_send',
    about:
      'Checks a file of people as a bulk send does, names every bad row, and lists what each column becomes. Nothing is stored.',
    permissions: { read: 'submissions:write', write: 'submissions:write' },
    fields: {},
    takesFile: true,
    attributes: {
      ...sentFile,
      columns: json(columns, 'What each column of the file becomes.'),
      total: integer('How many rows the file has.'),
    },
    relationships: {
      agreementLink: toOne('agreement-links', 'agreementLinkId', 'The agreement link to send.', {
        write: 'create',
        required: true,
      }),
      bulkSend: toOne(
        'bulk-sends',
        'bulkSendId',
        'The earlier bulk send of the same file for this link. Sending the file again makes nothing twice.',
        { nullable: true },
      ),
    },
    list: async () => ({ items: [], total: 0, number: 1, size: 1 }),
    create: async (ctx, { file, ...given }) => {
      const { agreementLinkId, delivery = 'email' } = given
      const upload = readFileUpload('file', file)
      const id = createHash('sha256').update(agreementLinkId).update(upload.bytes).digest('hex').slice(0, 32)
      take({ id, agreementLinkId, delivery, ...(await previewBulkSend(ctx, { ...given, file: upload })) })
      return { id }
    },
  })

/** The same type, for the documentation. */
export const bulkSendPreviews = previewsTaking(() => {})

/** Judges a file from a client. Throws what previewBulkSend throws. */
export async function lookAtFile(ctx: Context, given: Values, using: Using): Promise<Looked> {
  const looked: Looked[] = []
  await previewsTaking((one) => looked.push(one)).create?.(ctx, given, using)
  const [found] = looked
  if (!found) throw new Error('A preview took nothing.')
  return found
}
