import { requireServerAdmin, showInvitationLink } from '../../../core/accounts/index.ts'
import { listSmall, smallField } from '../../../core/lists/index.ts'
import { reference, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import type { IdForm } from '../ids.ts'
import type { Resource } from '../resource.ts'

/** The links of invitations on a server without mail. Only the trail keeps a record of them. */
export function serverInvitationLinks(ids: IdForm, sendsMail: () => boolean): Resource {
  const fields = { id: smallField('text') }
  return defineResource({
    type: 'server-invitation-links',
    idKind: 'server_invitation_link',
    ids,
    about:
      'Create an invitation link to see the link of an open invitation of your organization, once. This works only on a server without a mail server. The earlier link ends, and the audit trail records who saw the new one. Only for operators of the server.',
    permissions: { read: 'organization:read', write: 'users:write' },
    fields,
    attributes: {
      invitation: reference('invitation', 'The invitation.', { of: 'invitationId', write: 'create', required: true }),
      url: text('The link for the person. Only the reply to the creation has it.', { shownOnce: true }),
      expiresAt: time('Until when they can.'),
      shownAt: time('When it was shown.'),
    },
    relationships: {},
    list: async (ctx, request) => {
      requireServerAdmin(ctx)
      const asSystem = { ...ctx, actor: { kind: 'system' } } as const
      return listSmall(
        asSystem,
        { name: 'server_invitation_link', permission: 'organization:read', fields },
        [],
        request,
      )
    },
    create: async (ctx, { invitationId }, { base }) => ({
      id: '-',
      ...(await showInvitationLink(ctx, invitationId, { sendsMail: sendsMail(), base })),
    }),
  })
}
