import type { Context } from '../../../core/context.ts'
import { createExport, deleteExport, getExport, listExports, readExportFile } from '../../../core/exports/index.ts'
import { removeMatching } from '../conditional.ts'
import { defineEndpoint, readId } from '../endpoint.ts'
import { changedFilters } from '../list-filters.ts'
import { listQuery } from '../list-query.ts'
import { object } from '../members.ts'
import { presentPage } from '../page.ts'
import { presentIn } from '../versions/index.ts'
import { newExport, presentExport } from './export.ts'
import { readAsked } from './lists.ts'
import { formOf } from './write-part.ts'

const tag = 'Exports'
const path = '/exports/{export_id}'
const params = { export_id: 'exp_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b' }
const idOf = (params: Record<string, string>) => readId('export', params.export_id)
const list = listQuery('Which exports.', { filters: changedFilters })

export const exportEndpoints = [
  defineEndpoint({
    id: 'createExport',
    tag,
    method: 'POST',
    path: '/exports',
    since: '2.2',
    summary: 'Export a list to a file',
    description:
      'A job writes the whole list to a file, and continues after a crash. The objects are those of the list, in the version of this request. A key has at most three running exports. When a person is erased, files are written again without that person.',
    body: object(newExport.members, 'The list and the format of the file.'),
    status: 202,
    reply: { kind: 'one', resource: 'export' },
    errors: [5001],
    async handle({ ctx, body, base, version }) {
      const { query = '', ...asked } = newExport.read(body)
      const { permission } = readAsked(asked.list, query)
      return presentExport(await createExport(ctx, { ...asked, query, permission, base, form: formOf(version) }))
    },
  }),
  defineEndpoint({
    id: 'listExports',
    tag,
    method: 'GET',
    path: '/exports',
    since: '2.2',
    summary: 'List exports',
    description: 'Lists the exports of this key, newest first.',
    query: list.query,
    reply: { kind: 'page', resource: 'export' },
    findQueryFaults: list.findQueryFaults,
    handle: async ({ ctx, query }) => presentPage(await listExports(ctx, list.read(query)), presentExport),
  }),
  defineEndpoint({
    id: 'getExport',
    tag,
    method: 'GET',
    path,
    since: '2.2',
    summary: 'Get an export',
    description: 'The progress.',
    params,
    reply: { kind: 'one', resource: 'export' },
    errors: [4119],
    handle: async ({ ctx, params }) => presentExport(await getExport(ctx, idOf(params))),
  }),
  defineEndpoint({
    id: 'downloadExport',
    tag,
    method: 'GET',
    path: `${path}/content`,
    since: '2.2',
    summary: 'Download the file of an export',
    description:
      'The file is there for seven days, once the state is done. The reply has its length, so you can detect an incomplete download.',
    params,
    reply: { kind: 'file', mediaType: 'application/octet-stream' },
    errors: [4004, 4119, 5001],
    async handle({ ctx, params }) {
      const { of, parts } = await readExportFile(ctx, idOf(params))
      return { parts, length: of.bytes, filename: `${of.list}.${of.format}` }
    },
  }),
  defineEndpoint({
    id: 'deleteExport',
    tag,
    method: 'DELETE',
    path,
    since: '2.2',
    summary: 'Stop an export, or delete its file',
    params,
    reply: { kind: 'one', resource: 'export' },
    errors: [4119, 5004],
    heedsIfMatch: true,
    async handle({ ctx, params, ifMatch, version }) {
      const id = idOf(params)
      const read = async (inner: Context) => presentIn(version, 'export', presentExport(await getExport(inner, id)))
      return presentExport(await removeMatching(ctx, { id, ifMatch }, read, (inner) => deleteExport(inner, id)))
    },
  }),
]
