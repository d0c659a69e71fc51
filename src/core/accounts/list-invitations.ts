import { type Selectable, sql } from 'kysely'
import type { Tables } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, only, type Page } from '../lists/index.ts'

export const invitationStatuses = ['pending', 'expired', 'accepted', 'declined'] as const

/** An invitation to join the organization. Lists leave revoked invitations out. */
export type Invitation = {
  id: Id
  name: string
  email: string
  status: (typeof invitationStatuses)[number]
  /** The role of the future member; null once the person has answered. */
  role: string | null
  roleId: Id | null
  inviterId: Id | null
  /** The person who accepted. */
  userId: Id | null
  expiresAt: Date
  acceptedAt: Date | null
  declinedAt: Date | null
  createdAt: Date
  updatedAt: Date
}

type Row = Selectable<Tables['invitations']> & { state: Invitation['status']; role_id: Id | null }

export const invitationList = defineList({
  name: 'invitation',
  permission: 'users:read',
  fields: {
    id: listField('id', 'invitation.id'),
    name: listField('text', 'invitation.name', { isNeverEmpty: true }),
    email: listField('text', 'invitation.email', { isNeverEmpty: true }),
    status: listField('word', 'invitation.state', { isNeverEmpty: true }),
    roleId: listField('id', 'invitation.role_id'),
    inviterId: listField('id', 'invitation.inviter_id'),
    userId: listField('id', 'invitation.accepted_by'),
    expiresAt: listField('time', 'invitation.expires_at', { isNeverEmpty: true }),
    acceptedAt: listField('time', 'invitation.accepted_at'),
    declinedAt: listField('time', 'invitation.declined_at'),
    createdAt: listField('time', 'invitation.created_at', { isNeverEmpty: true }),
    updatedAt: listField('time', 'invitation.updated_at', { isNeverEmpty: true }),
  },
  searched: sql<string>`lower(concat_ws(chr(10), invitation.name, invitation.email))`,
  rows: selectInvitations,
  scope: (ctx) => [ctx.now, ctx.organizationId],
  read: (_, rows) => rows.map(toInvitation),
})

/** Lists the invitations of the organization, except revoked ones. */
export function listInvitations(ctx: Context, request: ListRequest = {}): Promise<Page<Invitation>> {
  return listRows(ctx, invitationList, request)
}

/** One invitation. Throws `invitation_not_found`. */
export async function getInvitation(ctx: Context, id: Id): Promise<Invitation> {
  const { items } = await listInvitations(ctx, { filters: [only('id', id)] })
  const [found] = items
  if (!found) throw notFound('invitation')
  return found
}

function selectInvitations(ctx: Context) {
  return ctx.db
    .selectFrom((from) =>
      from
        .selectFrom('invitations')
        .leftJoin('roles', (join) =>
          join
            .onRef('roles.organization_id', '=', 'invitations.organization_id')
            .onRef('roles.name', '=', 'invitations.role'),
        )
        .selectAll('invitations')
        .select('roles.id as role_id')
        .select(
          sql<Invitation['status']>`case when accepted_at is not null then 'accepted'
            when declined_at is not null then 'declined' when expires_at <= ${ctx.now} then 'expired' else 'pending' end`.as(
            'state',
          ),
        )
        .where('invitations.organization_id', '=', ctx.organizationId)
        .where('invitations.revoked_at', 'is', null)
        .as('invitation'),
    )
    .selectAll('invitation')
}

function toInvitation(row: Row): Invitation {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    status: row.state,
    role: row.role,
    roleId: row.role_id,
    inviterId: row.inviter_id,
    userId: row.accepted_by,
    expiresAt: row.expires_at,
    acceptedAt: row.accepted_at,
    declinedAt: row.declined_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
