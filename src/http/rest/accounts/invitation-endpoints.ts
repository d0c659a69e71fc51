import {
  getInvitation,
  invitationStatuses,
  inviteMember,
  listInvitations,
  revokeInvitation,
} from '../../../core/accounts/index.ts'
import type { Context } from '../../../core/context.ts'
import { removeMatching } from '../conditional.ts'
import { defineEndpoint, defineListEndpoint, readId } from '../endpoint.ts'
import { changedFilters } from '../list-filters.ts'
import { listQuery } from '../list-query.ts'
import { object } from '../members.ts'
import { presentPage } from '../page.ts'
import { newInvitation, presentInvitation, presentRevoked } from './invitation.ts'

const tag = 'Invitations'
const path = '/invitations/{invitation_id}'
const params = { invitation_id: 'inv_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b' }

const list = listQuery('Which invitations.', {
  filters: {
    status: { kind: 'words', field: 'status', words: invitationStatuses, about: 'Only invitations with this status.' },
    ...changedFilters,
  },
})

export const invitationEndpoints = [
  defineListEndpoint({
    id: 'listInvitations',
    tag,
    method: 'GET',
    path: '/invitations',
    since: '2.2',
    summary: 'List invitations',
    query: list.query,
    reply: { kind: 'page', resource: 'invitation' },
    findQueryFaults: list.findQueryFaults,
    list: async ({ ctx, query }) => presentPage(await listInvitations(ctx, list.read(query)), presentInvitation),
  }),
  defineEndpoint({
    id: 'createInvitation',
    tag,
    method: 'POST',
    path: '/invitations',
    since: '2.2',
    summary: 'Invite a person',
    description:
      'Sends a mail with a personal link. The person becomes a member when they accept. An earlier invitation of the same address ends.',
    body: object(newInvitation.members, 'Whom to invite.'),
    status: 201,
    reply: { kind: 'one', resource: 'invitation' },
    errors: [4113, 5001],
    handle: async ({ ctx, body }) => presentInvitation(await inviteMember(ctx, newInvitation.read(body))),
  }),
  defineEndpoint({
    id: 'getInvitation',
    tag,
    method: 'GET',
    path,
    since: '2.2',
    summary: 'Get an invitation',
    params,
    reply: { kind: 'one', resource: 'invitation' },
    errors: [4115],
    handle: async ({ ctx, params }) =>
      presentInvitation(await getInvitation(ctx, readId('invitation', params.invitation_id))),
  }),
  defineEndpoint({
    id: 'revokeInvitation',
    tag,
    method: 'DELETE',
    path,
    since: '2.2',
    summary: 'Take an invitation back',
    params,
    reply: { kind: 'one', resource: 'invitation_revoked' },
    errors: [4115, 5001, 5004],
    heedsIfMatch: true,
    async handle({ ctx, params, ifMatch }) {
      const id = readId('invitation', params.invitation_id)
      const read = async (inner: Context) => presentInvitation(await getInvitation(inner, id))
      const revoke = (inner: Context) => revokeInvitation(inner, id)
      return presentRevoked(await removeMatching(ctx, { id, ifMatch }, read, revoke))
    },
  }),
]
