import { Type } from 'typebox'
import {
  getInvitation,
  type Invitation,
  invitationStatuses,
  inviteMember,
  listInvitations,
  revokeInvitation,
} from '../../../core/accounts/index.ts'
import type { Context } from '../../../core/context.ts'
import { formatId } from '../../../core/ids.ts'
import { removeMatching } from '../conditional.ts'
import { defineEndpoint, readId } from '../endpoint.ts'
import { changedFilters, filterQuery, findFilterFaults, type ListFilterRule, readFilters } from '../list-filters.ts'
import { object, pageQuery, readPart } from '../members.ts'
import { presentPage } from '../page.ts'
import type { InvitationWire } from './schema.ts'

const tag = 'Invitations'
const path = '/invitations/{invitation_id}'
const params = { invitation_id: 'inv_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b' }

const invitationBody = object(
  {
    name: Type.String({ maxLength: 200, description: 'What you call the person until they choose their own name.' }),
    email: Type.String({ maxLength: 320, description: 'Where to send the invitation.', examples: ['sam@example.com'] }),
    role: Type.String({ maxLength: 63, description: 'Name of the role that they will have.', examples: ['member'] }),
  },
  'Whom to invite.',
)

const filters = {
  status: { kind: 'words', field: 'status', words: invitationStatuses, about: 'Only those that stand so.' },
  ...changedFilters,
} as const satisfies Record<string, ListFilterRule>

export const invitationEndpoints = [
  defineEndpoint({
    id: 'listInvitations',
    tag,
    method: 'GET',
    path: '/invitations',
    since: '2.2',
    summary: 'List invitations',
    query: object({ ...pageQuery, ...filterQuery(filters) }, 'Which invitations.'),
    reply: { kind: 'page', resource: 'invitation' },
    findQueryFaults: (query) => findFilterFaults(filters, query),
    async handle({ ctx, query }) {
      const page = await listInvitations(ctx, { ...readPart(query), filters: readFilters(filters, query) })
      return presentPage(page, presentInvitation)
    },
  }),
  defineEndpoint({
    id: 'createInvitation',
    tag,
    method: 'POST',
    path: '/invitations',
    since: '2.2',
    summary: 'Invite a person',
    description:
      'Sends a mail with a link, which nobody else gets. Whoever has the address becomes a member when they accept. An earlier invitation of the same address ends.',
    body: invitationBody,
    status: 201,
    reply: { kind: 'one', resource: 'invitation' },
    errors: [4113, 5001],
    handle: async ({ ctx, body }) => presentInvitation(await inviteMember(ctx, body)),
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
      const invitationId = readId('invitation', params.invitation_id)
      const read = async (inner: Context) => presentInvitation(await getInvitation(inner, invitationId))
      const { id, revokedAt } = await removeMatching(ctx, { id: invitationId, ifMatch }, read, (inner) =>
        revokeInvitation(inner, invitationId),
      )
      return { invitation_id: formatId('invitation', id), revoked_at: revokedAt.getTime() }
    },
  }),
]

function presentInvitation(invitation: Invitation): InvitationWire {
  const { inviterId, userId } = invitation
  return {
    invitation_id: formatId('invitation', invitation.id),
    name: invitation.name,
    email: invitation.email,
    role: invitation.role,
    status: invitation.status,
    invited_by: inviterId && formatId('user', inviterId),
    user_id: userId && formatId('user', userId),
    expires_at: invitation.expiresAt.getTime(),
    accepted_at: invitation.acceptedAt?.getTime() ?? null,
    declined_at: invitation.declinedAt?.getTime() ?? null,
    created_at: invitation.createdAt.getTime(),
    updated_at: invitation.updatedAt.getTime(),
  }
}
