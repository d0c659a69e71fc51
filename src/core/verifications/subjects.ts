import { randomBytes } from 'node:crypto'
import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, invalid } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { decrypt, encrypt } from '../vault.ts'
import { requireSelfOr } from './own-subject.ts'
import type { Person } from './person.ts'
import { checkPerson, normalizePerson } from './person-rules.ts'

/**
 * Makes sure that a person exists, with a data key of their own. The id may have been given out before (a signer has
 * one from the start). Throws `subject_erased` for a person whose data was destroyed.
 */
export async function ensureSubject(ctx: Context, id: Id = newId(ctx.now.getTime())): Promise<Id> {
  await ctx.db
    .insertInto('subjects')
    .values({
      organization_id: ctx.organizationId,
      id,
      wrapped_key: ctx.vault.seal(keyPurpose(ctx, id), randomBytes(32)),
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doNothing())
    .execute()
  await openKey(ctx, id)
  return id
}

/**
 * Stores what a person told of themselves, each group by itself, and leaves the other groups as they are. Throws
 * `validation_failed` with every fault (never with a value), `subject_erased`.
 */
export async function savePerson(ctx: Context, subjectId: Id, input: Person): Promise<void> {
  await requireSelfOr(ctx, 'verifications:write', subjectId)
  const person = normalizePerson(input)
  const faults = checkPerson(person, [], ctx.now)
  if (faults.length > 0) throw invalid(faults)
  await transaction(ctx, async (inner) => {
    await ensureSubject(inner, subjectId)
    for (const [kind, value] of Object.entries(person)) await storePersonal(inner, subjectId, kind, value)
  })
}

/** What is known of a person, decrypted: only for an order that is about to be sent. Throws `subject_erased`. */
export async function readPerson(ctx: Context, subjectId: Id): Promise<Person> {
  const key = await openKey(ctx, subjectId)
  const rows = await ctx.db
    .selectFrom('personal_data')
    .select(['kind', 'ciphertext'])
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', '=', subjectId)
    .where('kind', 'not like', 'response:%')
    .execute()
  return Object.fromEntries(
    rows.map(({ kind, ciphertext }) => {
      const plain = decrypt(key, dataPurpose(ctx, subjectId, kind), ciphertext)
      return [kind, JSON.parse(plain.toString())]
    }),
  )
}

/** Encrypts one value under the person's own key. Throws `subject_erased`. */
export async function storePersonal(ctx: Context, subjectId: Id, kind: string, value: unknown): Promise<void> {
  const key = await openKey(ctx, subjectId)
  const plain = Buffer.from(JSON.stringify(value))
  const ciphertext = encrypt(key, dataPurpose(ctx, subjectId, kind), plain)
  await ctx.db
    .insertInto('personal_data')
    .values({
      organization_id: ctx.organizationId,
      subject_id: subjectId,
      kind,
      ciphertext,
      updated_at: ctx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'subject_id', 'kind']).doUpdateSet({ ciphertext, updated_at: ctx.now }),
    )
    .execute()
}

/**
 * Destroys the person's key and with it everything that was encrypted under it, backups included. Doing so twice
 * changes nothing; returns whether this call did it.
 */
export async function eraseSubject(ctx: Context, subjectId: Id): Promise<boolean> {
  requirePermission(ctx, 'verifications:delete')
  return transaction(ctx, async (inner) => {
    const erased = await inner.db
      .updateTable('subjects')
      .set({ wrapped_key: null, erased_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', subjectId)
      .where('erased_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!erased) return false
    await inner.db
      .deleteFrom('personal_data')
      .where('organization_id', '=', inner.organizationId)
      .where('subject_id', '=', subjectId)
      .execute()
    await recordAudit(inner, { action: 'subject.erased', subject: { type: 'subject', id: subjectId } })
    return true
  })
}

async function openKey(ctx: Context, subjectId: Id): Promise<Buffer> {
  const subject = await ctx.db
    .selectFrom('subjects')
    .select('wrapped_key')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', subjectId)
    .executeTakeFirst()
  if (!subject) throw new DomainError('not_found', 'subject_not_found', 'There is no such person in your organization.')
  if (!subject.wrapped_key)
    throw new DomainError('gone', 'subject_erased', 'The personal data of this person was erased. Order anew.')
  return ctx.vault.open(keyPurpose(ctx, subjectId), subject.wrapped_key)
}

function keyPurpose(ctx: Context, subjectId: Id): string {
  return `subject:${ctx.organizationId}:${subjectId}`
}

function dataPurpose(ctx: Context, subjectId: Id, kind: string): string {
  return `personal_data:${ctx.organizationId}:${subjectId}:${kind}`
}
