import { sql } from 'kysely'
import { transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import { sha256 } from '../vault.ts'

const lifetimeMs = 24 * 3_600_000
const sweptAtOnce = 100

/** A request that may be repeated. `fingerprint` is a hash of everything that makes requests equal. */
type RepeatableRequest = { key: string; fingerprint: Buffer }

/** The fingerprint of a request's parts. */
export function fingerprintOf(parts: readonly unknown[]): Buffer {
  return sha256(JSON.stringify(parts))
}

/** Replaces a secret in a repeated reply. */
export const shownOnce = '(shown once, in the first reply)'

/** A reply, and its stored copy without secrets. */
type RepeatableReply = { reply: string; kept: string }

/**
 * Runs the work once for each key of a caller within 24 hours. The reply is stored in the work's transaction, and a
 * repeated request gets it. Work that throws is not stored.
 * Throws `idempotency_in_flight` while the first request runs, `idempotency_mismatch` for another request with the key.
 */
export async function runOnce(
  ctx: Context,
  request: RepeatableRequest,
  work: (inner: Context) => Promise<RepeatableReply>,
): Promise<{ reply: string; isReplay: boolean }> {
  const callerId = 'id' in ctx.actor ? ctx.actor.id : ctx.organizationId
  return transaction(ctx, async (inner) => {
    await claim(inner, callerId, request.key)
    const known = await findReply(inner, callerId, request.key)
    if (known) return { reply: replay(inner, known, request), isReplay: true }
    const { reply, kept } = await work(inner)
    await storeReply(inner, callerId, request, kept)
    return { reply, isReplay: false }
  })
}

// The lock ends with the transaction, even when the process dies. So a key is never stuck.
async function claim(ctx: Context, callerId: string, key: string): Promise<void> {
  const name = `idempotency ${ctx.organizationId} ${callerId} ${key}`
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as free`.execute(ctx.db)
  if (rows[0]?.free) return
  throw new DomainError('conflict', 'idempotency_in_flight', say('idempotency_in_flight'), { retryAfterSeconds: 1 })
}

function forgotten(): DomainError {
  return new DomainError('gone', 'subject_erased', say('reply_erased'))
}

function findReply(ctx: Context, callerId: string, key: string) {
  return ctx.db
    .selectFrom('idempotent_replies')
    .select(['fingerprint', 'reply'])
    .where('organization_id', '=', ctx.organizationId)
    .where('caller_id', '=', callerId)
    .where('key', '=', key)
    .where('created_at', '>', new Date(ctx.now.getTime() - lifetimeMs))
    .executeTakeFirst()
}

function replay(
  ctx: Context,
  known: { fingerprint: Buffer; reply: Buffer | null },
  request: RepeatableRequest,
): string {
  if (known.fingerprint.equals(request.fingerprint) && !known.reply) throw forgotten()
  if (known.fingerprint.equals(request.fingerprint) && known.reply)
    return ctx.vault.open('idempotent reply', known.reply).toString()
  throw new DomainError('invalid', 'idempotency_mismatch', say('idempotency_mismatch'))
}

async function storeReply(ctx: Context, callerId: string, request: RepeatableRequest, reply: string): Promise<void> {
  const row = {
    fingerprint: request.fingerprint,
    reply: ctx.vault.seal('idempotent reply', Buffer.from(reply)),
    about: idsIn(reply),
    created_at: ctx.now,
  }
  await ctx.db
    .insertInto('idempotent_replies')
    .values({ organization_id: ctx.organizationId, caller_id: callerId, key: request.key, ...row })
    .onConflict((conflict) => conflict.columns(['organization_id', 'caller_id', 'key']).doUpdateSet(row))
    .execute()
  await forgetOld(ctx)
}

/** Deletes the stored replies that contain any of these ids, for example those of an erased person. */
export async function forgetReplies(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql`
    update idempotent_replies set reply = null, about = '{}'
    where organization_id = ${ctx.organizationId} and about && ${[...ids]}::uuid[]`.execute(ctx.db)
}

// Every id in a reply, in the format of any dialect.
function idsIn(reply: string): string[] {
  const found = reply.match(
    /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])|(?<![0-9a-f-])[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f-])/gi,
  )
  return [...new Set(found ?? [])].map((id) => id.replaceAll('-', ''))
}

async function forgetOld(ctx: Context): Promise<void> {
  await sql`
    delete from idempotent_replies where (organization_id, caller_id, key) in (
      select organization_id, caller_id, key from idempotent_replies
      where organization_id = ${ctx.organizationId} and created_at <= ${new Date(ctx.now.getTime() - lifetimeMs)}
      limit ${sweptAtOnce} for update skip locked)`.execute(ctx.db)
}
