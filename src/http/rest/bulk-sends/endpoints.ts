import {
  bulkSendStates,
  continueBulkSend,
  createBulkSend,
  deleteBulkSend,
  getBulkSend,
  listBulkSends,
  previewBulkSend,
  readResult,
  stopBulkSend,
} from '../../../core/bulk-sends/index.ts'
import type { Context } from '../../../core/context.ts'
import { resultName, streamResult } from '../../bulk-send-result.ts'
import { removeMatching } from '../conditional.ts'
import { defineEndpoint, defineListEndpoint, readId } from '../endpoint.ts'
import { changedFilters } from '../list-filters.ts'
import { listQuery } from '../list-query.ts'
import { object } from '../members.ts'
import { presentPage } from '../page.ts'
import { presentIn } from '../versions/index.ts'
import { bulkSendNames, newBulkSend, newPreview, presentBulkSend, presentPreview } from './bulk-send.ts'

const tag = 'Bulk sends'
const path = '/bulk-sends/{bulk_send_id}'
const params = { bulk_send_id: 'bsd_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b' }
const idOf = (params: Record<string, string>) => readId('bulk_send', params.bulk_send_id)
const list = listQuery('Which bulk sends.', {
  filters: {
    agreement_link_id: {
      kind: 'ids',
      field: 'agreementLinkId',
      of: 'agreement_link',
      about: 'Only bulk sends of these agreement links.',
    },
    state: { kind: 'words', field: 'state', words: bulkSendStates, about: 'Only bulk sends in these states.' },
    ...changedFilters,
  },
})

export const bulkSendEndpoints = [
  defineEndpoint({
    id: 'createBulkSend',
    tag,
    method: 'POST',
    path: '/bulk-sends',
    since: '2.2',
    summary: 'Send a link to the people of a file',
    description:
      'The server checks the whole file first. One bad row refuses the file, and the errors name each bad row by its line and column. A job then makes a submission of each row, and continues after a crash. The same file for the same link returns the earlier bulk send and makes nothing twice.',
    body: object(newBulkSend.members, 'A link, and a file.'),
    takesFile: true,
    status: 202,
    reply: { kind: 'one', resource: 'bulk_send' },
    errors: [4004, 4105],
    memberNames: bulkSendNames,
    handle: async ({ ctx, body }) => presentBulkSend(await createBulkSend(ctx, newBulkSend.read(body))),
  }),
  defineEndpoint({
    id: 'previewBulkSend',
    tag,
    method: 'POST',
    path: '/bulk-sends/preview',
    since: '2.2',
    summary: 'Preview what a file would become',
    description:
      'Checks the file as a bulk send does, names every bad row, and lists what each column becomes. Nothing is stored.',
    body: object(newPreview.members, 'A link, and a file.'),
    takesFile: true,
    reply: { kind: 'one', resource: 'bulk_send_preview' },
    errors: [4004, 4105],
    memberNames: bulkSendNames,
    handle: async ({ ctx, body }) => presentPreview(await previewBulkSend(ctx, newPreview.read(body))),
  }),
  defineListEndpoint({
    id: 'listBulkSends',
    tag,
    method: 'GET',
    path: '/bulk-sends',
    since: '2.2',
    summary: 'List bulk sends',
    description: 'Newest first.',
    query: list.query,
    reply: { kind: 'page', resource: 'bulk_send' },
    findQueryFaults: list.findQueryFaults,
    list: async ({ ctx, query }) => presentPage(await listBulkSends(ctx, list.read(query)), presentBulkSend),
  }),
  defineEndpoint({
    id: 'getBulkSend',
    tag,
    method: 'GET',
    path,
    since: '2.2',
    summary: 'Get a bulk send',
    description: 'The progress.',
    params,
    reply: { kind: 'one', resource: 'bulk_send' },
    errors: [4118],
    handle: async ({ ctx, params }) => presentBulkSend(await getBulkSend(ctx, idOf(params))),
  }),
  defineEndpoint({
    id: 'downloadBulkSendResult',
    tag,
    method: 'GET',
    path: `${path}/result`,
    since: '2.2',
    summary: 'Download the result of each row',
    description:
      'A line for each person of each row: line, role, name, email, submission_id, status, signing_url. With delivery link, the signing URLs are there until kept_until.',
    params,
    reply: { kind: 'file', mediaType: 'text/csv' },
    errors: [4118],
    async handle({ ctx, params, base }) {
      const result = await readResult(ctx, idOf(params))
      const parts = await streamResult(result, base).toArray()
      return { bytes: Buffer.concat(parts.map((part) => Buffer.from(part))), filename: resultName(result.send) }
    },
  }),
  defineEndpoint({
    id: 'continueBulkSend',
    tag,
    method: 'POST',
    path: `${path}/continue`,
    since: '2.2',
    summary: 'Let a bulk send go on',
    description: 'Continues with the remaining rows. A running or finished bulk send does not change.',
    params,
    reply: { kind: 'one', resource: 'bulk_send' },
    errors: [4004, 4118],
    handle: async ({ ctx, params }) => presentBulkSend(await continueBulkSend(ctx, idOf(params))),
  }),
  defineEndpoint({
    id: 'stopBulkSend',
    tag,
    method: 'POST',
    path: `${path}/stop`,
    since: '2.2',
    summary: 'Stop a bulk send',
    description: 'Submissions that it has made stay. You can continue it for 30 days.',
    params,
    reply: { kind: 'one', resource: 'bulk_send' },
    errors: [4118],
    handle: async ({ ctx, params }) => presentBulkSend(await stopBulkSend(ctx, idOf(params))),
  }),
  defineEndpoint({
    id: 'deleteBulkSend',
    tag,
    method: 'DELETE',
    path,
    since: '2.2',
    summary: 'Take back a bulk send that has made no submission',
    params,
    reply: { kind: 'one', resource: 'bulk_send' },
    errors: [4118, 5001, 5004],
    heedsIfMatch: true,
    async handle({ ctx, params, ifMatch, version }) {
      const id = idOf(params)
      const read = async (inner: Context) =>
        presentIn(version, 'bulk_send', presentBulkSend(await getBulkSend(inner, id)))
      return presentBulkSend(await removeMatching(ctx, { id, ifMatch }, read, (inner) => deleteBulkSend(inner, id)))
    },
  }),
]
