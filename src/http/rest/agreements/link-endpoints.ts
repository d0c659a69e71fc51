import {
  type AgreementLink,
  createAgreementLink,
  getAgreementLink,
  listAgreementLinks,
  updateAgreementLink,
} from '../../../core/agreements/index.ts'
import { requireMatch } from '../conditional.ts'
import { defineEndpoint, defineListEndpoint, readId } from '../endpoint.ts'
import { changedFilters } from '../list-filters.ts'
import { listQuery } from '../list-query.ts'
import { object } from '../members.ts'
import { presentPage } from '../page.ts'
import { presentIn } from '../versions/index.ts'
import { linkChanges, newLink, presentAgreementLink } from './link.ts'

const tag = 'Agreement links'
const params = { agreement_link_id: 'Ce4hRho4SpV4TWqiR2pQtS' }

const list = listQuery('Which links.', {
  filters: {
    agreement_id: { kind: 'ids', field: 'agreementId', of: 'agreement', about: 'Only those of these agreements.' },
    is_active: { kind: 'boolean', field: 'isActive', about: 'Only links that are on, or only links that are off.' },
    ...changedFilters,
  },
})

export const agreementLinkEndpoints = [
  defineListEndpoint({
    id: 'listAgreementLinks',
    tag,
    method: 'GET',
    path: '/agreement-links',
    since: '2.2',
    summary: 'List agreement links',
    query: list.query,
    reply: { kind: 'page', resource: 'agreement_link' },
    findQueryFaults: list.findQueryFaults,
    async list({ ctx, query, base }) {
      const page = await listAgreementLinks(ctx, list.read(query))
      return presentPage(page, (link) => presentAgreementLink(link, base))
    },
  }),
  defineEndpoint({
    id: 'createAgreementLink',
    tag,
    method: 'POST',
    path: '/agreement-links',
    since: '2.2',
    summary: 'Create an agreement link',
    description: 'A person who opens its url can sign. Parameters added to the url become metadata.',
    body: object(newLink.members, 'A new link.'),
    status: 201,
    reply: { kind: 'one', resource: 'agreement_link' },
    errors: [4104, 5001],
    handle: async ({ ctx, body, base }) =>
      presentAgreementLink(await createAgreementLink(ctx, newLink.read(body)), base),
  }),
  defineEndpoint({
    id: 'getAgreementLink',
    tag,
    method: 'GET',
    path: '/agreement-links/{agreement_link_id}',
    since: '2.2',
    summary: 'Get an agreement link',
    params,
    reply: { kind: 'one', resource: 'agreement_link' },
    errors: [4105],
    async handle({ ctx, params, base }) {
      const link = await getAgreementLink(ctx, readId('agreement_link', params.agreement_link_id))
      return presentAgreementLink(link, base)
    },
  }),
  defineEndpoint({
    id: 'updateAgreementLink',
    tag,
    method: 'PUT',
    path: '/agreement-links/{agreement_link_id}',
    since: '2.2',
    summary: 'Update an agreement link',
    params,
    body: object(linkChanges.members, 'The members to change. Members that you leave out stay as they are.'),
    reply: { kind: 'one', resource: 'agreement_link' },
    errors: [4105, 5001, 5004],
    heedsIfMatch: true,
    async handle({ ctx, params, body, version, ifMatch, base }) {
      const id = readId('agreement_link', params.agreement_link_id)
      const present = (link: AgreementLink) => presentAgreementLink(link, base)
      const allow = (current: AgreementLink) =>
        requireMatch(ifMatch, presentIn(version, 'agreement_link', present(current)))
      return present(await updateAgreementLink(ctx, id, linkChanges.read(body), allow))
    },
  }),
]
