import { acceptInvitation, accountJobs, type Invitation, inviteMember } from '../../src/core/accounts/index.ts'
import type { Context } from '../../src/core/context.ts'
import { newId } from '../../src/core/ids.ts'
import type { Mail } from '../../src/core/mail.ts'
import { type WrittenMail, writeMail } from '../../src/texts/index.ts'
import { database, vault } from './organization.ts'
import { hashPassword } from './passwords.ts'

/** An address that nobody has yet. */
export const newAddress = () => `sam-${newId()}@example.com`

/** The words of an invitation mail, and its token. */
export async function readInvitationMail(
  ctx: Context,
  invitation: Invitation,
  publicUrl = 'https://sealane.test',
): Promise<{ mail: WrittenMail; token: string }> {
  const sent: WrittenMail[] = []
  const send = async (mail: Mail) => void sent.push(writeMail(mail))
  const dependencies = { database, vault, sendMail: send, publicUrl: () => publicUrl, now: () => ctx.now }
  const payload = { organizationId: ctx.organizationId, invitationId: invitation.id }
  await accountJobs['account.invite']?.(dependencies, payload)
  const [mail] = sent
  if (!mail) throw new Error('No mail was sent.')
  return { mail, token: /\?invitation=(\S+)/.exec(mail.text)?.[1] ?? '' }
}

/** Invites an address, and accepts the invitation as its owner. */
export async function join(ctx: Context, email: string, called: string, answer: { name?: string } = {}) {
  const { token } = await readInvitationMail(ctx, await inviteMember(ctx, { name: called, email, role: 'viewer' }))
  const answering = { db: database.system, token, now: ctx.now, vault }
  await acceptInvitation(answering, { password: 'correct horse battery', ...answer }, hashPassword)
}
