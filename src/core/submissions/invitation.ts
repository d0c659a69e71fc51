import { randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { newId } from '../ids.ts'
import { sha256 } from '../vault.ts'
import { type NewSigner, nameSigner } from './new-signer.ts'
import type { Signer } from './signer.ts'

/**
 * Names a signer and makes an invitation. Earlier invitations stop working. Returns the token; only its hash is stored.
 * Runs in the transaction of the caller, who has shown that it may do this.
 */
export async function inviteSigner(ctx: Context, signer: Signer, whom: NewSigner): Promise<string> {
  await nameSigner(ctx, signer, whom)
  return renewInvitation(ctx, signer)
}

/** Makes an invitation as inviteSigner does, and keeps the signer's name. */
export async function renewInvitation(ctx: Context, signer: Pick<Signer, 'id'>): Promise<string> {
  const { organizationId: organization_id } = ctx
  const { token, row } = draftInvitation(ctx, signer)
  await ctx.db
    .updateTable('signer_invitations')
    .set({ used_at: ctx.now })
    .where('organization_id', '=', organization_id)
    .where('signer_id', '=', signer.id)
    .where('used_at', 'is', null)
    .execute()
  await ctx.db.insertInto('signer_invitations').values(row).execute()
  return token
}

/** An invitation token, and the row that holds its hash. */
export function draftInvitation(ctx: Context, { id: signer_id }: Pick<Signer, 'id'>) {
  const { organizationId: organization_id, now: created_at } = ctx
  const token = randomBytes(32).toString('base64url')
  const id = newId(ctx.now.getTime())
  return { token, row: { organization_id, id, signer_id, token_hash: sha256(token), created_at, used_at: null } }
}
