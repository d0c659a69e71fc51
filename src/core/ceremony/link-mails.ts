import { sql } from 'kysely'
import { lockUntilCommit } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import { type Id, newId } from '../ids.ts'

/**
 * The people who open one link cause at most this many mails within an hour. That is enough for a campaign and too few
 * for abuse.
 */
export const mostMailsAnHour = 300
const hourMs = 60 * 60_000

/**
 * Counts mails to addresses that a visitor of the link gave. Runs in the transaction that sends them.
 * Throws `too_many_mails`.
 */
export async function countLinkMails(ctx: Context, agreementLinkId: Id, mails: number): Promise<void> {
  if (mails === 0) return
  const { organizationId: organization_id, now } = ctx
  await lockUntilCommit(ctx.db, `link mails ${agreementLinkId}`)
  const since = new Date(now.getTime() - hourMs)
  const { count, oldest } = await ctx.db
    .selectFrom('link_mails')
    .select([sql<number>`coalesce(sum(mails), 0)::integer`.as('count'), sql<Date | null>`min(caused_at)`.as('oldest')])
    .where('organization_id', '=', organization_id)
    .where('agreement_link_id', '=', agreementLinkId)
    .where('caused_at', '>', since)
    .executeTakeFirstOrThrow()
  if (count + mails > mostMailsAnHour) throw tooMany(now, oldest ?? now)
  await ctx.db
    .insertInto('link_mails')
    .values({ organization_id, id: newId(now.getTime()), agreement_link_id: agreementLinkId, caused_at: now, mails })
    .execute()
}

/** Deletes the counts of mails that are older than an hour. */
export async function forgetLinkMails({ db, now }: Pick<Context, 'db' | 'now'>): Promise<void> {
  await db
    .deleteFrom('link_mails')
    .where('caused_at', '<', new Date(now.getTime() - hourMs))
    .execute()
}

function tooMany(now: Date, oldest: Date): DomainError {
  const retryAfterSeconds = Math.max(1, Math.ceil((oldest.getTime() + hourMs - now.getTime()) / 1_000))
  const words = say('too_many_mails', { minutes: Math.ceil(retryAfterSeconds / 60) })
  return new DomainError('limited', 'too_many_mails', words, { retryAfterSeconds })
}
