import { randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { type Id, newId } from '../ids.ts'
import type { Signer } from '../submissions/index.ts'
import { sha256 } from '../vault.ts'

/** A session may fetch the finished document for this long after a code, an invitation or a signature. */
const freshMs = 60 * 60_000

/** The session of a signer in one browser. A fresh session may fetch the finished document. */
export type SignerSession = { id: Id; signerId: Id; isFresh: boolean }

/** A signer, and the token of their session. Only its hash is stored. */
export type Proof = { signerId: Id; token: string }

/** Starts a session of a signer, fresh by default. Only this reply contains the token. */
export async function startSession(ctx: Context, signerId: Id, isFresh = true): Promise<Proof> {
  const token = randomBytes(32).toString('base64url')
  await ctx.db
    .insertInto('signer_sessions')
    .values({
      organization_id: ctx.organizationId,
      id: newId(ctx.now.getTime()),
      signer_id: signerId,
      token_hash: sha256(token),
      fresh_until: isFresh ? new Date(ctx.now.getTime() + freshMs) : ctx.now,
      created_at: ctx.now,
      ended_at: null,
    })
    .execute()
  return { signerId, token }
}

/** The session of a proof; undefined when it is unknown or has ended. */
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

/** Makes a signer's sessions fresh after they have signed, so that they may fetch the finished document. */
export async function refreshSessions(ctx: Context, { id }: Signer): Promise<void> {
  await ctx.db
    .updateTable('signer_sessions')
    .set({ fresh_until: new Date(ctx.now.getTime() + freshMs) })
    .where('organization_id', '=', ctx.organizationId)
    .where('signer_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends the session with `id`, or all sessions of a signer. */
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
