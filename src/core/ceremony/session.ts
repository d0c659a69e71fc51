import { randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { type Id, newId } from '../ids.ts'
import type { Signer } from '../submissions/index.ts'
import { sha256 } from '../vault.ts'

/** How long after a proof (a code, an invitation, a signature) a session may fetch the finished document. */
const freshMs = 60 * 60_000

/** That one browser is one signer's. Fresh sessions may fetch the finished document. */
export type SignerSession = { id: Id; signerId: Id; isFresh: boolean }

/** A signer, and the secret that proves a browser to be theirs. Only its hash is kept. */
export type Proof = { signerId: Id; token: string }

/** Lets a browser act for a signer from now on. The secret is new each time, and stands in this reply only. */
export async function startSession(ctx: Context, signerId: Id): Promise<Proof> {
  const token = randomBytes(32).toString('base64url')
  await ctx.db
    .insertInto('signer_sessions')
    .values({
      organization_id: ctx.organizationId,
      id: newId(ctx.now.getTime()),
      signer_id: signerId,
      token_hash: sha256(token),
      fresh_until: new Date(ctx.now.getTime() + freshMs),
      created_at: ctx.now,
      ended_at: null,
    })
    .execute()
  return { signerId, token }
}

/** The session that a proof opens, or undefined when there is none or it has ended. */
export async function findSession(ctx: Context, { signerId, token }: Proof): Promise<SignerSession | undefined> {
  const row = await ctx.db
    .selectFrom('signer_sessions')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('token_hash', '=', sha256(token))
    .where('signer_id', '=', signerId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row && { id: row.id, signerId: row.signer_id, isFresh: row.fresh_until > ctx.now }
}

/** Takes a signature for a fresh proof: whoever has just signed may fetch the finished document. */
export async function refreshSessions(ctx: Context, { id }: Signer): Promise<void> {
  await ctx.db
    .updateTable('signer_sessions')
    .set({ fresh_until: new Date(ctx.now.getTime() + freshMs) })
    .where('organization_id', '=', ctx.organizationId)
    .where('signer_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends one session of a signer, or all of them. */
export async function endSessions(ctx: Context, which: { signerId: Id; id?: Id }): Promise<void> {
  let query = ctx.db
    .updateTable('signer_sessions')
    .set({ ended_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('signer_id', '=', which.signerId)
    .where('ended_at', 'is', null)
  if (which.id) query = query.where('id', '=', which.id)
  await query.execute()
}
