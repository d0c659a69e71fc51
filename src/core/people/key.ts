import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { Handle } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { decrypt, encrypt } from '../vault.ts'

/**
 * The data key of one person. Erasure destroys it, and then nothing sealed with it can be read. `purpose` is bound into
 * the ciphertext, so that a ciphertext cannot be moved to another place.
 */
export type PersonKey = {
  seal(purpose: string, value: unknown): Buffer
  /** Throws when the purpose or the bytes do not match. */
  open(purpose: string, sealed: Buffer): unknown
  sealBytes(purpose: string, plain: Buffer): Buffer
  openBytes(purpose: string, sealed: Buffer): Buffer
}

type Scope = Pick<Context, 'db' | 'organizationId' | 'vault'>

// A transaction asks for the same key many times, so its keys are kept.
const known = new WeakMap<Handle, Map<Id, PersonKey>>()

/** The key of a person. Throws `subject_not_found`, `subject_erased`. */
export async function openPersonKey(ctx: Scope, subjectId: Id): Promise<PersonKey> {
  const kept = known.get(ctx.db)?.get(subjectId)
  if (kept) return kept
  const row = await ctx.db
    .selectFrom('subjects')
    .select('wrapped_key')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', subjectId)
    .executeTakeFirst()
  if (!row) throw new DomainError('not_found', 'subject_not_found', say('person_not_found'))
  if (!row.wrapped_key) throw new DomainError('gone', 'subject_erased', say('subject_erased'))
  return keep(ctx, subjectId, unwrap(ctx, subjectId, row.wrapped_key))
}

/** The keys of people by id. Erased people are left out. */
export async function openPersonKeys(ctx: Scope, subjectIds: readonly Id[]): Promise<ReadonlyMap<Id, PersonKey>> {
  const ids = [...new Set(subjectIds)]
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('subjects')
    .select(['id', 'wrapped_key'])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', 'in', ids)
    .where('wrapped_key', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ id, wrapped_key }) => (wrapped_key ? [[id, unwrap(ctx, id, wrapped_key)]] : [])))
}

/** Makes the key of a new person. Returns it wrapped by the master key. */
export function makePersonKey(ctx: Scope, subjectId: Id): Buffer {
  const plain = randomBytes(32)
  keep(ctx, subjectId, keyOf(ctx, subjectId, plain))
  return ctx.vault.seal(wrapping(ctx, subjectId), plain)
}

/** Removes a destroyed key from those that this transaction keeps. */
export function forgetPersonKey(ctx: Scope, subjectId: Id): void {
  known.get(ctx.db)?.delete(subjectId)
}

function keep(ctx: Scope, subjectId: Id, key: PersonKey): PersonKey {
  if (ctx.db.isTransaction) {
    const keys = known.get(ctx.db) ?? new Map<Id, PersonKey>()
    known.set(ctx.db, keys.set(subjectId, key))
  }
  return key
}

function unwrap(ctx: Scope, subjectId: Id, wrapped: Buffer): PersonKey {
  return keyOf(ctx, subjectId, ctx.vault.open(wrapping(ctx, subjectId), wrapped))
}

function keyOf(ctx: Scope, subjectId: Id, plain: Buffer): PersonKey {
  const key: KeyObject = createSecretKey(plain)
  const bind = (purpose: string) => `personal_data:${ctx.organizationId}:${subjectId}:${purpose}`
  const sealBytes = (purpose: string, plain: Buffer) => encrypt(key, bind(purpose), plain)
  const openBytes = (purpose: string, sealed: Buffer) => decrypt(key, bind(purpose), sealed)
  return {
    sealBytes,
    openBytes,
    seal: (purpose, value) => sealBytes(purpose, Buffer.from(JSON.stringify(value))),
    open: (purpose, sealed) => JSON.parse(openBytes(purpose, sealed).toString()),
  }
}

function wrapping(ctx: Scope, subjectId: Id): string {
  return `subject:${ctx.organizationId}:${subjectId}`
}
