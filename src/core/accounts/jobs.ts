import type { Database } from '../../db/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { mail, quoteStranger, type SendMail } from '../mail.ts'
import { sayMinute } from '../moments.ts'
import type { Vault } from '../vault.ts'
import { forgetRequests, forgetRequestsJob } from './api-requests.ts'
import { forgetEnded, forgetEndedJob } from './forget-ended.ts'
import { invitationPurpose, inviteJob } from './invitations.ts'
import { createPasswordReset, resetJob, resetsPerHour } from './password.ts'
import { welcomeJob } from './set-up.ts'
import { joinUrl } from './show-invitation-link.ts'
import { failedSignInsJob, recordFailedSignIns } from './sign-in-trail.ts'

type AccountJobDependencies = {
  database: Database
  vault: Vault
  sendMail: SendMail
  publicUrl: () => string
  now: () => Date
}

type AccountJob = (dependencies: AccountJobDependencies, payload: Record<string, unknown>) => Promise<void>

/** The jobs of accounts. Each of them may run twice. */
export const accountJobs: Record<string, AccountJob> = {
  [inviteJob]: sendInvitation,
  [resetJob]: sendReset,
  [welcomeJob]: sendWelcome,
  [forgetEndedJob]: ({ database, now }) => forgetEnded(database.system, now()),
  [forgetRequestsJob]: ({ database, now }) => forgetRequests(database.system, now()),
  [failedSignInsJob]: ({ database, vault }, { email, at }) =>
    recordFailedSignIns({ db: database.system, vault, now: new Date(String(at)) }, String(email)),
}

/**
 * The URL and the mail's words of a pending invitation; null otherwise. Members of the organization must never see the
 * URL, because using it proves that a person owns the address.
 */
export async function openInvitationLink(
  ctx: Pick<Context, 'db' | 'organizationId' | 'now'>,
  { vault, publicUrl }: Pick<AccountJobDependencies, 'vault' | 'publicUrl'>,
  id: Id,
) {
  const row = await ctx.db
    .selectFrom('invitations')
    .innerJoin('organizations', 'organizations.id', 'invitations.organization_id')
    .select(['invitations.token', 'invitations.email', 'invitations.role', 'invitations.expires_at'])
    .select('organizations.name')
    .where('invitations.organization_id', '=', ctx.organizationId)
    .where('invitations.id', '=', id)
    .executeTakeFirst()
  if (!row?.role || !row.token || row.expires_at <= ctx.now) return null
  const token = vault.open(invitationPurpose(id), row.token).toString()
  return { ...row, url: joinUrl(publicUrl(), token) }
}

async function sendInvitation(dependencies: AccountJobDependencies, payload: Record<string, unknown>): Promise<void> {
  const ctx = {
    db: dependencies.database.system,
    organizationId: String(payload.organizationId),
    now: dependencies.now(),
  }
  const open = await openInvitationLink(ctx, dependencies, String(payload.invitationId))
  if (!open) return
  const until = sayMinute(open.expires_at)
  const params = { quoted: quoteStranger(open.name, 200), url: open.url, until }
  await dependencies.sendMail(mail([open.email], 'invitation', params))
}

export const accountSchedule = [
  { job: forgetEndedJob, cron: '41 3 * * *' },
  { job: forgetRequestsJob, cron: '23 * * * *' },
]

/** The URL at which a person sets a new password. */
export function resetUrl(publicUrl: string, secret: string): string {
  return `${publicUrl}/reset-password?token=${secret}`
}

async function sendReset(
  { database, sendMail, publicUrl, now }: AccountJobDependencies,
  payload: object,
): Promise<void> {
  const { email } = { email: '', ...payload }
  const made = await createPasswordReset(database.system, { email, now: now(), mostPerHour: resetsPerHour })
  if (!made) return
  const params = { url: resetUrl(publicUrl(), made.secret) }
  await sendMail(mail([email], 'password_reset', params, made.language ?? 'en'))
}

async function sendWelcome({ database, sendMail, publicUrl }: AccountJobDependencies, payload: object): Promise<void> {
  const { userId } = { userId: '', ...payload }
  const user = await database.system
    .selectFrom('users')
    .select(['email', 'language'])
    .where('id', '=', userId)
    .executeTakeFirst()
  if (user) await sendMail(mail([user.email], 'welcome', { url: `${publicUrl()}/sign-in` }, user.language ?? 'en'))
}
