import {
  createExport,
  deleteExport,
  type Export,
  exportFormats,
  exportList,
  exportStates,
  listExports,
} from '../../../core/exports/index.ts'
import { longestListQuery } from '../../../core/lists/index.ts'
import { sayTrouble } from '../../../texts/index.ts'
import { integer, text, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

const present = ({ trouble, ...one }: Export) => ({
  ...one,
  troubleCode: trouble?.code ?? null,
  trouble: trouble && sayTrouble(trouble),
})

/** Whole lists as files, which a job writes and the server keeps for a while. A user sees only their own. */
export const exports = defineResource({
  type: 'exports',
  idKind: 'export',
  about:
    'Create an export to write a whole list to a file. It continues after a crash, and its file is kept for seven days. The link content leads to the file once state is done. Delete the export to stop it or to delete its file. Only you see your exports. At most three run at once. When a person is erased, files are written again without that person.',
  permissions: { read: 'organization:read', write: 'organization:read' },
  fields: exportList.fields,
  attributes: {
    list: text('The type of the list, such as verifications.', {
      write: 'create',
      required: true,
      max: 60,
    }),
    format: word(exportFormats, 'csv: a line for each resource. ndjson: a resource object in each line.', {
      write: 'create',
      required: true,
    }),
    query: text('The filter and the sort of the list, as in its address; null once the file is gone.', {
      write: 'create',
      nullable: true,
      max: longestListQuery,
    }),
    state: word(exportStates, 'The state.'),
    troubleCode: text('Why the export failed, as a code.', { nullable: true }),
    trouble: text('Why it failed.', { nullable: true }),
    total: integer('How many resources the list has; null before the server has counted them.', { nullable: true }),
    made: integer('How many resources are in the file.'),
    bytes: integer('How long the file is.'),
    createdAt: time('When it was requested.'),
    updatedAt: time('When it last changed.'),
    endedAt: time('When the export was done, failed or expired.', { nullable: true }),
    keptUntil: time('Until when the file can be downloaded.'),
  },
  relationships: { user: toOne('users', 'userId', 'The user who asked for the export.') },
  links: { content: '/content' },
  list: async (ctx, request) => {
    const page = await listExports(ctx, request)
    return { ...page, items: page.items.map(present) }
  },
  create: async (ctx, { list, format, query }, { base }) => {
    // Loaded at the first use, because asked.ts imports every resource, and this one too.
    const { judgeAsked } = await import('../exports/asked.ts')
    const asked = { list, format, query: query ?? '', base: `${base}/v1/api`, form: 'jsonapi' }
    return present(await createExport(ctx, { ...asked, permission: judgeAsked(list, asked.query) }))
  },
  remove: async (ctx, id) => {
    await deleteExport(ctx, id)
  },
})
