import { Type } from 'typebox'
import { type Export, exportFormats, exportStates } from '../../../core/exports/index.ts'
import { longestListQuery } from '../../../core/lists/index.ts'
import { sayTrouble } from '../../../texts/index.ts'
import {
  given,
  type Members,
  moment,
  momentOrNull,
  presenter,
  publicId,
  replyMembers,
  request,
  shown,
  shownAs,
} from '../member-table.ts'
import { object, text, textOrNull, word } from '../members.ts'
import { exportedLists } from './lists.ts'

const members = {
  id: publicId('export', 'Id of the export.', { wire: 'export_id', example: 'exp_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b' }),
  list: shown(text('The list, by its path.', 'verifications')),
  format: shown(word(exportFormats, 'csv: a line for each object. ndjson: an object in each line.')),
  query: shown(textOrNull('The filters and the order of the list; null when the file is gone.')),
  state: shown(word(exportStates, 'The state.')),
  trouble: shownAs(textOrNull('Why it failed.'), (trouble: Export['trouble']) => trouble && sayTrouble(trouble)),
  total: shown(
    Type.Union([Type.Integer(), Type.Null()], {
      description: 'How many objects the list has; null before the server has counted them.',
    }),
  ),
  made: shown(Type.Integer({ description: 'Objects that are in the file.' })),
  bytes: shown(Type.Integer({ description: 'How long the file is.' })),
  createdAt: moment('When it was requested.'),
  updatedAt: moment('When it last changed.'),
  endedAt: momentOrNull('When the export was done, failed or expired.'),
  keptUntil: moment('Until when the file can be downloaded.'),
} satisfies Members<Export>

/** The members of a new export. */
export const newExport = request(
  {
    list: given(word(exportedLists, 'The list, by its path.')),
    format: given(word(exportFormats, 'csv: a line for each object. ndjson: an object in each line.')),
    query: given(
      Type.String({
        maxLength: longestListQuery,
        description: 'The filters and the order of the list, as in its address; the whole list by default.',
        examples: ['status=completed&order_by=-created_at'],
      }),
    ),
  },
  ['list', 'format'],
)

export const exportResources = { export: object(replyMembers(members), 'A whole list as a file.') }

/** An export in the newest shape. */
export const presentExport = presenter<Export>(members)
