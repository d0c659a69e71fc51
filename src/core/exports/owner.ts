import { findKeyActor, findMemberActor } from '../accounts/index.ts'
import { type Actor, type Context, nameActor } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import type { Permission } from '../permissions.ts'

/** The owner of an export. Exactly one of the two is an id. */
type Owner = { user_id: Id | null; api_key_id: Id | null }

/** The owner columns for the caller. Throws `user_required` when the caller is neither a person nor an API key. */
export function ownerOf(ctx: Context): Owner {
  const { kind, id = '' } = nameActor(ctx.actor)
  if (kind === 'user') return { user_id: id, api_key_id: null }
  if (kind === 'api_key') return { user_id: null, api_key_id: id }
  throw new DomainError('forbidden', 'user_required', say('user_required'))
}

/** The id of the calling person or key. Throws `user_required`. */
export function ownerId(ctx: Context): Id {
  const { user_id, api_key_id } = ownerOf(ctx)
  return user_id ?? api_key_id ?? ''
}

/**
 * The owner of an export as an actor, with their present permissions. Throws `export_not_allowed` when they may not
 * read the list.
 */
export async function actAsOwner(ctx: Context, owner: Owner & { permission: string }): Promise<Context> {
  const actor = await findOwner(ctx, owner)
  if (actor && 'permissions' in actor && actor.permissions.some((held: Permission) => held === owner.permission))
    return { ...ctx, actor }
  throw new DomainError('forbidden', 'export_not_allowed', say('export_not_allowed'))
}

async function findOwner(ctx: Context, { user_id, api_key_id }: Owner): Promise<Actor | null> {
  if (user_id !== null) return findMemberActor(ctx, user_id)
  return api_key_id === null ? null : findKeyActor(ctx, api_key_id)
}
