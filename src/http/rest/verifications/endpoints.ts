import type { Context } from '../../../core/context.ts'
import {
  deleteVerification,
  getVerification,
  listVerifications,
  verificationCatalogue,
} from '../../../core/verifications/index.ts'
import { readMetadata } from '../../metadata-query.ts'
import { removeMatching } from '../conditional.ts'
import { defineEndpoint, defineListEndpoint, readId } from '../endpoint.ts'
import { changedFilters } from '../list-filters.ts'
import { listQuery } from '../list-query.ts'
import { presentPage } from '../page.ts'
import { presentIn } from '../versions/index.ts'
import { findMetadataQueryFaults, metadataQuery } from './metadata.ts'
import { presentDeletion, presentVerification } from './verification.ts'

const tag = 'Verifications'
const path = '/verifications/{verification_id}'
const aliases = ['/verification/{verification_id}']
const params = { verification_id: 'VERIFICATION-1683225191102_0a5cb9fddc90458e9c9496f12870609c' }

const words = (entries: readonly { value: string }[]) => entries.map(({ value }) => value)
const type = { kind: 'words', field: 'type', words: words(verificationCatalogue.types) } as const

const list = listQuery('Filters, order and page of the list of verifications.', {
  search:
    'Finds the text, in any case, in the verification id, agreement link id, type, subtype, tier, status or result.',
  more: { verification_metadata: metadataQuery },
  order: {
    created_at: 'createdAt',
    updated_at: 'updatedAt',
    last_status_at: 'lastStatusAt',
    submitted_at: 'submittedAt',
    verification_id: 'id',
    verification_type: 'type',
    verification_subtype: 'subtype',
    verification_tier: 'tier',
    is_scan: 'isScan',
    status: 'status',
    result: 'result',
    sub_status: 'subStatus',
    agreement_link_id: 'agreementLinkId',
    organization_id: 'organizationId',
  },
  filters: {
    status: {
      kind: 'words',
      field: 'status',
      words: words(verificationCatalogue.statuses),
      about: 'Only of these statuses.',
    },
    result: {
      kind: 'words',
      field: 'result',
      words: words(verificationCatalogue.results),
      nullable: true,
      about: 'Only with these results; `null` is none.',
    },
    verification_type: { ...type, about: 'Only of these types.' },
    type: { ...type, about: '`verification_type` in short.' },
    agreement_link_id: {
      kind: 'ids',
      field: 'agreementLinkId',
      of: 'agreement_link',
      nullable: true,
      about: 'Only verifications of these agreement links.',
    },
    ...changedFilters,
  },
})

export const verificationEndpoints = [
  defineListEndpoint({
    id: 'listVerifications',
    tag,
    method: 'GET',
    path: '/verifications',
    since: '2.0',
    summary: 'List verifications',
    description: 'Every verification of your organization, those in progress included.',
    query: list.query,
    reply: { kind: 'page', resource: 'verification' },
    findQueryFaults: (query) => [
      ...list.findQueryFaults(query),
      ...findMetadataQueryFaults(query.verification_metadata),
    ],
    async list({ ctx, query }) {
      const { verification_metadata: asked } = query
      const metadata = asked === undefined ? undefined : readMetadata(asked)
      const page = await listVerifications(ctx, { ...list.read(query), ...(metadata ? { metadata } : {}) })
      return presentPage(page, presentVerification)
    },
  }),
  defineEndpoint({
    id: 'getVerification',
    tag,
    method: 'GET',
    path,
    aliases,
    since: '2.1',
    summary: 'Get a verification',
    params,
    reply: { kind: 'one', resource: 'verification' },
    errors: [4101],
    handle: async ({ ctx, params }) =>
      presentVerification(await getVerification(ctx, readId('verification', params.verification_id))),
  }),
  defineEndpoint({
    id: 'deleteVerification',
    tag,
    method: 'DELETE',
    path,
    aliases,
    since: '2.1',
    summary: 'Delete a verification',
    description: 'Destroys the record and its personal data. A second DELETE answers 404.',
    params,
    reply: { kind: 'one', resource: 'verification_deleted' },
    errors: [4101, 5004],
    heedsIfMatch: true,
    async handle({ ctx, params, ifMatch, version }) {
      const id = readId('verification', params.verification_id)
      const read = async (inner: Context) =>
        presentIn(version, 'verification', presentVerification(await getVerification(inner, id)))
      return presentDeletion(await removeMatching(ctx, { id, ifMatch }, read, (inner) => deleteVerification(inner, id)))
    },
  }),
]
