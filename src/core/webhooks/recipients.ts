import { sql } from 'kysely'
import type { Handle } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import type { Context } from '../context.ts'
import { type Id, newId } from '../ids.ts'

export const askRecipientJob = 'webhook.ask_recipient'

const dayMs = 86_400_000
/** An organization may ask this many new addresses a day, and one address gets this many failure mails a day. */
const askedPerDay = 50
const mailsPerDay = 20

/**
 * Enqueues mails that ask new addresses for consent to failure mails. An unanswered question is repeated when a webhook
 * is saved at least a day later; a refusal is final. Runs in the caller's transaction.
 */
export async function askRecipients(ctx: Context, given: readonly string[] | null | undefined): Promise<void> {
  const addresses = [...new Set((given ?? []).map((address) => address.toLowerCase()))]
  if (addresses.length === 0) return
  const { organizationId, now } = ctx
  const values = addresses.map((address) => ({
    organization_id: organizationId,
    id: newId(now.getTime()),
    address,
    created_at: now,
  }))
  await ctx.db
    .insertInto('mail_recipients')
    .values(values)
    .onConflict((conflict) => conflict.columns(['organization_id', 'address']).doNothing())
    .execute()
  const yesterday = new Date(now.getTime() - dayMs)
  const { asked } = await ctx.db
    .selectFrom('mail_recipients')
    .select((select) => select.fn.countAll<number>().as('asked'))
    .where('organization_id', '=', organizationId)
    .where('asked_at', '>', yesterday)
    .executeTakeFirstOrThrow()
  if (asked >= askedPerDay) return
  const open = await ctx.db
    .updateTable('mail_recipients')
    .set({ asked_at: now })
    .where('organization_id', '=', organizationId)
    .where('address', 'in', addresses)
    .where('confirmed_at', 'is', null)
    .where('declined_at', 'is', null)
    .where((where) => where.or([where('asked_at', 'is', null), where('asked_at', '<=', yesterday)]))
    .returning('id')
    .execute()
  for (const { id } of open) await enqueueJob(ctx.db, askRecipientJob, { organizationId, recipientId: id })
}

/** The addresses that have given consent, in lower case. */
export async function findConfirmed(ctx: Context): Promise<Set<string>> {
  const confirmed = await ctx.db
    .selectFrom('mail_recipients')
    .select('address')
    .where('organization_id', '=', ctx.organizationId)
    .where('confirmed_at', 'is not', null)
    .execute()
  return new Set(confirmed.map(({ address }) => address))
}

/** The subject of a failure mail. All webhooks with the same destination share it, and it is mailed once a day. */
export type News = { organizationId: Id; state: string; destination: string }

/** The addresses that may be mailed now: with consent, without the same news today, and below the daily limit. */
export async function mayBeTold(db: Handle, news: News, addresses: readonly string[], now: Date): Promise<string[]> {
  const rows = await selectOf(db, news.organizationId, addresses).where('confirmed_at', 'is not', null).execute()
  const since = new Date(now.getTime() - dayMs).toISOString()
  const fresh = rows.filter(({ told }) => {
    const today = Object.entries(told).filter(([, at]) => at > since)
    return today.length < mailsPerDay && !today.some(([what]) => what === keyOf(news))
  })
  return addresses.filter((address) => fresh.some((known) => known.address === address.toLowerCase()))
}

/** Remembers that these addresses were mailed, and deletes entries that are older than a day. */
export async function rememberTold(db: Handle, news: News, addresses: readonly string[], now: Date): Promise<void> {
  const since = new Date(now.getTime() - dayMs).toISOString()
  await sql`
    update mail_recipients set told = (
      select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each_text(told) where value > ${since}
    ) || jsonb_build_object(${keyOf(news)}::text, ${now.toISOString()}::text)
    where organization_id = ${news.organizationId} and address = any(${lower(addresses)}::text[])`.execute(db)
}

function selectOf(db: Handle, organizationId: Id, addresses: readonly string[]) {
  return db
    .selectFrom('mail_recipients')
    .select(['address', 'told'])
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`address = any(${lower(addresses)}::text[])`)
}

function lower(addresses: readonly string[]): string[] {
  return addresses.map((address) => address.toLowerCase())
}

function keyOf({ state, destination }: News): string {
  const origin = URL.canParse(destination) ? new URL(destination).origin : destination
  return `${state} ${origin}`
}
