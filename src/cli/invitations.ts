import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import {
  type Invitation,
  inviteMember,
  listInvitations,
  openInvitationLink,
  revokeInvitation,
} from '../core/accounts/index.ts'
import type { Context } from '../core/context.ts'
import { formatId, type Id, parseId } from '../core/ids.ts'
import { type Command, UsageError } from './index.ts'
import { printJson, withOrganization } from './open.ts'

const options = {
  organization: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string' },
} as const

export const command: Command = {
  usage: `invitations list | create --name <name> --email <email> [--role member] | link <invitation id>
       | revoke <invitation id>   [--organization <slug>]`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [verb, id] = positionals
    const { organization, name, email, role = 'member' } = values
    if (verb === 'list') {
      await withOrganization(organization, async (ctx) => printJson((await listInvitations(ctx)).items.map(present)))
    } else if (verb === 'create' && name && email) {
      await withOrganization(organization, async (ctx) => {
        const invitation = await inviteMember(ctx, { name, email, role })
        printJson({ ...present(invitation), url: await linkOf(ctx, invitation.id) })
      })
    } else if (verb === 'link') {
      await withOrganization(organization, async (ctx) => printJson({ url: await linkOf(ctx, readInvitationId(id)) }))
    } else if (verb === 'revoke') {
      await withOrganization(organization, async (ctx) => {
        const { revokedAt } = await revokeInvitation(ctx, readInvitationId(id))
        printJson({ id, revokedAt })
      })
    } else throw new UsageError('Say list, create --name "Sam" --email sam@acme.test, link <id>, or revoke <id>.')
    return 0
  },
}

// The operator may pass the link on when mail does not arrive.
async function linkOf(ctx: Context, id: Id): Promise<string> {
  const { publicUrl, port } = readConfig()
  const opening = { vault: ctx.vault, publicUrl: () => publicUrl ?? `http://localhost:${port}` }
  const open = await openInvitationLink(ctx, opening, id)
  if (open) return open.url
  throw new UsageError('This invitation is not open any more. Invite the person again.')
}

function readInvitationId(text = ''): Id {
  const id = parseId('invitation', text)
  if (id) return id
  throw new UsageError(`"${text}" is not an invitation id; the list shows them.`)
}

function present({ id, name, email, role, status, expiresAt }: Invitation) {
  return { id: formatId('invitation', id), name, email, role, status, expiresAt }
}
