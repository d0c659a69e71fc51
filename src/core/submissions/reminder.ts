import { sql } from 'kysely'
import { type Handle, transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import { newAction, recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { findOpenSigner } from './open-signer.ts'
import { isTurn } from './turns.ts'

/** A reminder of one signer. `userId` is null when the schedule sent it. */
export type Reminder = { id: Id; userId: Id | null; submissionId: Id; signerId: Id; remindedAt: Date }

const batch = 500

/** A person gets at most this many reminders within an hour, because each one ends the invitation of the one before. */
const mostAnHour = 5
const hourMs = 60 * 60_000

/**
 * Mails a new invitation to a signer whose turn it is. Earlier invitations stop working.
 * Throws `permission_missing`, `signer_not_found`, `submission_ended`, `signer_has_acted`, `signer_waits`,
 * `address_unknown`, `rate_limited`.
 */
export async function remindSigner(ctx: Context, signerId: Id): Promise<Reminder> {
  requirePermission(ctx, 'submissions:write')
  return transaction(ctx, async (inner) => {
    const reminder = await remind(inner, signerId)
    await requireFew(inner, signerId)
    return reminder
  })
}

/** Counts the reminders of a signer, the present one too, while their submission is locked. Throws `rate_limited`. */
async function requireFew(ctx: Context, signerId: Id): Promise<void> {
  const { count, oldest } = await ctx.db
    .selectFrom('reminders')
    .select([sql<number>`count(*)::integer`.as('count'), sql<Date | null>`min(reminded_at)`.as('oldest')])
    .where('organization_id', '=', ctx.organizationId)
    .where('signer_id', '=', signerId)
    .where('reminded_at', '>', new Date(ctx.now.getTime() - hourMs))
    .executeTakeFirstOrThrow()
  if (count <= mostAnHour) return
  const retryAfterSeconds = Math.max(1, Math.ceil(((oldest ?? ctx.now).getTime() + hourMs - ctx.now.getTime()) / 1_000))
  const words = say('reminded_too_often', { times: mostAnHour, minutes: Math.ceil(retryAfterSeconds / 60) })
  throw new DomainError('limited', 'rate_limited', words, { retryAfterSeconds })
}

async function remind(ctx: Context, signerId: Id): Promise<Reminder> {
  const { signer, signers } = await findOpenSigner(ctx, signerId)
  if (signer.kind === 'copy' || !isTurn(signer, signers))
    throw new DomainError('conflict', 'signer_waits', say('signer_waits'))
  if (!signer.email) throw new DomainError('conflict', 'address_unknown', say('address_unknown'))
  const { organizationId, now } = ctx
  const { submission_id: submissionId } = signer
  const action = newAction(ctx, newId(now.getTime()))
  await ctx.db
    .insertInto('reminders')
    .values({ ...action, submission_id: submissionId, signer_id: signerId, reminded_at: now })
    .execute()
  const subject = { type: 'signer', id: signerId } as const
  await recordAudit(ctx, { action: 'signer.reminded', subject, chain: submissionId, person: signer.subject_id })
  await enqueueJob(ctx.db, 'ceremony.mail_reminder', { organizationId, signerId })
  const userId = ctx.actor.kind === 'user' ? ctx.actor.id : null
  return { id: action.id, userId, submissionId, signerId, remindedAt: now }
}

/** Sends a scheduled reminder. Skips a signer who can no longer be reminded. */
export async function remindOverdue(ctx: Context, signerId: Id): Promise<void> {
  await transaction(ctx, async (inner) => {
    try {
      await remind(inner, signerId)
    } catch (error) {
      // remind() throws a DomainError only before it writes anything, so the transaction may go on.
      if (!(error instanceof DomainError)) throw error
    }
  })
}

/**
 * Signers of all organizations who are due for a reminder, by the rule of their submission: first after
 * `firstAfterDays`, then every `everyDays`, at most `atMost` times. Runs on the system handle.
 */
export async function listUnreminded(db: Handle, now: Date): Promise<{ organizationId: Id; id: Id }[]> {
  const { rows } = await sql<{ organizationId: Id; id: Id }>`
    select signer.organization_id as "organizationId", signer.id
    from submissions submission
    join signers signer on signer.organization_id = submission.organization_id and signer.submission_id = submission.id
    cross join lateral (
      select count(*) as times, max(reminded_at) as last from reminders
      where reminders.organization_id = signer.organization_id and reminders.signer_id = signer.id
        and reminded_at >= signer.turn_came_at
    ) so_far
    where submission.reminders is not null and submission.expires_at > ${now}
      and submission.completed_at is null and submission.declined_at is null
      and submission.voided_at is null and submission.expired_at is null
      and signer.is_awaited and signer.turn_came_at is not null
      and (signer.delivery = 'email' or signer.identified_at is not null)
      and so_far.times < (submission.reminders ->> 'atMost')::integer
      and coalesce(so_far.last + make_interval(days => (submission.reminders ->> 'everyDays')::integer),
        signer.turn_came_at + make_interval(days => (submission.reminders ->> 'firstAfterDays')::integer)) <= ${now}
    order by submission.created_at limit ${batch}`.execute(db)
  return rows
}
