import { Type } from 'typebox'
import { refuseFaults } from '../../../core/errors.ts'
import { deleteVerification, getVerification, listVerifications } from '../../../core/verifications/index.ts'
import { defineEndpoint, readId } from '../endpoint.ts'
import { object, pageQuery, readPage } from '../members.ts'
import { findOrderByFaults, orderQuery, readOrder } from '../order.ts'
import { presentPage } from '../page.ts'
import { findMetadataQueryFaults, metadataQuery, readMetadata } from './metadata.ts'
import { presentDeletion, presentVerification } from './present.ts'

const tag = 'Verifications'
const path = '/verifications/{verification_id}'
const aliases = ['/verification/{verification_id}']
const params = { verification_id: 'VERIFICATION-1683225191102_0a5cb9fddc90458e9c9496f12870609c' }

const orderFields = {
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
} as const

const listQuery = object(
  {
    ...pageQuery,
    search: Type.Optional(
      Type.String({
        maxLength: 200,
        description:
          'Text contained, whatever its case, in the verification id, agreement link id, type, subtype, tier, status or result.',
      }),
    ),
    verification_metadata: metadataQuery,
    order_by: orderQuery(orderFields),
  },
  'Which verifications, and how.',
)

function findListFaults(query: { order_by?: string; verification_metadata?: string }) {
  return [...findOrderByFaults(query.order_by, orderFields), ...findMetadataQueryFaults(query.verification_metadata)]
}

export const verificationEndpoints = [
  defineEndpoint({
    id: 'listVerifications',
    tag,
    method: 'GET',
    path: '/verifications',
    since: '2.0',
    summary: 'List verifications',
    description: 'Every verification of your organization, those in progress included.',
    query: listQuery,
    reply: { kind: 'page', resource: 'verification' },
    findFaults: ({ query }) => findListFaults(query),
    async handle({ ctx, query }) {
      refuseFaults(findListFaults(query))
      const metadata = readMetadata(query.verification_metadata)
      const orderBy = readOrder(query.order_by, orderFields)
      const page = await listVerifications(ctx, {
        page: readPage(query),
        ...(query.search ? { search: query.search } : {}),
        ...(metadata ? { metadata } : {}),
        ...(orderBy ? { sorts: orderBy } : {}),
      })
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
    description: 'Destroys the record and the personal data behind it. A second delete finds nothing.',
    params,
    reply: { kind: 'one', resource: 'verification_deleted' },
    errors: [4101],
    handle: async ({ ctx, params }) =>
      presentDeletion(await deleteVerification(ctx, readId('verification', params.verification_id))),
  }),
]
