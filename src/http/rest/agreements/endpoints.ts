import { Type } from 'typebox'
import {
  type Agreement,
  archiveAgreement,
  createAgreementOf,
  duplicateAgreementOf,
  getAgreement,
  listAgreements,
  longestTag,
  readAgreementFile,
  updateAgreementOf,
} from '../../../core/agreements/index.ts'
import { requireMatch } from '../conditional.ts'
import { defineEndpoint, defineListEndpoint, readId } from '../endpoint.ts'
import { changedFilters } from '../list-filters.ts'
import { listQuery } from '../list-query.ts'
import { object } from '../members.ts'
import { presentPage } from '../page.ts'
import { presentIn } from '../versions/index.ts'
import {
  agreementChanges,
  copyOfAgreement,
  agreementNames as memberNames,
  newAgreement,
  presentAgreement,
} from './agreement.ts'

const tag = 'Agreements'
const params = { agreement_id: 'AGREE-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b' }

const list = listQuery('Which agreements.', {
  filters: changedFilters,
  more: {
    archived: Type.Optional(Type.Boolean({ description: 'Lists archived agreements instead.' })),
    tag: Type.Optional(
      Type.String({ maxLength: longestTag, description: 'Only agreements with this tag, in upper or lower case.' }),
    ),
  },
})

export const agreementEndpoints = [
  defineListEndpoint({
    id: 'listAgreements',
    tag,
    method: 'GET',
    path: '/agreements',
    since: '2.2',
    summary: 'List agreements',
    query: list.query,
    reply: { kind: 'page', resource: 'agreement' },
    findQueryFaults: list.findQueryFaults,
    async list({ ctx, query }) {
      const { filters = [], ...asked } = list.read(query)
      const archived = { field: 'archivedAt', absent: !query.archived }
      const tagged = query.tag === undefined ? [] : [{ field: 'tags', oneOf: [query.tag] }]
      const all = [archived, ...tagged, ...filters]
      return presentPage(await listAgreements(ctx, { ...asked, filters: all }), presentAgreement)
    },
  }),
  defineEndpoint({
    id: 'createAgreement',
    tag,
    method: 'POST',
    path: '/agreements',
    since: '2.2',
    summary: 'Create an agreement',
    description:
      'Send a text in source, or a PDF in file_upload. You can also send the PDF as a part of multipart/form-data.',
    takesFile: true,
    body: object(newAgreement.members, 'A new agreement.'),
    status: 201,
    reply: { kind: 'one', resource: 'agreement' },
    memberNames,
    handle: async ({ ctx, body, deps }) =>
      presentAgreement(await createAgreementOf(ctx, deps, { requiredVerifications: [], ...newAgreement.read(body) })),
  }),
  defineEndpoint({
    id: 'getAgreement',
    tag,
    method: 'GET',
    path: '/agreements/{agreement_id}',
    since: '2.2',
    summary: 'Get an agreement',
    params,
    reply: { kind: 'one', resource: 'agreement' },
    errors: [4104],
    handle: async ({ ctx, params }) =>
      presentAgreement(await getAgreement(ctx, readId('agreement', params.agreement_id))),
  }),
  defineEndpoint({
    id: 'updateAgreement',
    tag,
    method: 'PUT',
    path: '/agreements/{agreement_id}',
    since: '2.2',
    summary: 'Update an agreement',
    takesFile: true,
    description:
      'Makes a new version, unless only tags and document_retention_days change. Submissions keep the version that was shown.',
    params,
    body: object(agreementChanges.members, 'The members to change. Members that you leave out stay as they are.'),
    reply: { kind: 'one', resource: 'agreement' },
    errors: [4104, 5001, 5004],
    heedsIfMatch: true,
    memberNames,
    async handle({ ctx, params, body, version, ifMatch, deps }) {
      const id = readId('agreement', params.agreement_id)
      const allow = (current: Agreement) =>
        requireMatch(ifMatch, presentIn(version, 'agreement', presentAgreement(current)))
      return presentAgreement(await updateAgreementOf(ctx, deps, id, agreementChanges.read(body), allow))
    },
  }),
  defineEndpoint({
    id: 'getAgreementFile',
    tag,
    method: 'GET',
    path: '/agreements/{agreement_id}/file',
    since: '2.2',
    summary: 'Download the PDF of an agreement',
    description: 'The PDF of the newest version, as it was sent.',
    params,
    reply: { kind: 'file', mediaType: 'application/pdf' },
    errors: [4104, 4107],
    handle: async ({ ctx, params }) => readAgreementFile(ctx, readId('agreement', params.agreement_id)),
  }),
  defineEndpoint({
    id: 'duplicateAgreement',
    tag,
    method: 'POST',
    path: '/agreements/{agreement_id}/duplicate',
    since: '2.2',
    summary: 'Duplicate an agreement',
    description:
      'Makes a new agreement from the newest version of this one. The copy has the file and the tags, but not the links.',
    params,
    body: object(copyOfAgreement.members, 'The members in which the copy differs.'),
    status: 201,
    reply: { kind: 'one', resource: 'agreement' },
    errors: [4104],
    handle: async ({ ctx, params, body, deps }) =>
      presentAgreement(
        await duplicateAgreementOf(ctx, deps, readId('agreement', params.agreement_id), copyOfAgreement.read(body)),
      ),
  }),
  defineEndpoint({
    id: 'archiveAgreement',
    tag,
    method: 'POST',
    path: '/agreements/{agreement_id}/archive',
    since: '2.2',
    summary: 'Archive an agreement',
    description: 'Archives the agreement and turns its links off. Signed submissions stay.',
    params,
    reply: { kind: 'one', resource: 'agreement' },
    errors: [4104],
    handle: async ({ ctx, params }) =>
      presentAgreement(await archiveAgreement(ctx, readId('agreement', params.agreement_id))),
  }),
]
