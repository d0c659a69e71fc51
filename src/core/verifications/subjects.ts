import { randomBytes } from 'node:crypto'
import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, invalid } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { decrypt, encrypt } from '../vault.ts'
import { requireSelfOr } from './own-subject.ts'
import type { Person } from './person.ts'
import { checkPerson, normalizePerson } from './person-rules.ts'

/** The person that is named, or a new one with a data key of their own. Throws `subject_not_found`, `subject_erased`. */
export async function ensureSubject(ctx: Context, known?: Id): Promise<Id> {
  if (known !== undefined) {
    await openKey(ctx, known)
    return known
  }
  const id = newId(ctx.now.getTime())
  await ctx.db
    .insertInto('subjects')
    .values({
      organization_id: ctx.organizationId,
      id,
      wrapped_key: ctx.vault.seal(keyPurpose(ctx, id), randomBytes(32)),
      created_at: ctx.now,
    })
    .execute()
  return id
}

/**
 * Makes everything that concerns one person wait its turn, until the transaction ends. Taken before any verification is
 * locked and before anything is audited, so that two of these never wait for each other.
 */
export async function lockSubject(ctx: Context, id: Id): Promise<void> {
  await ctx.db
    .selectFrom('subjects')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
}

/**
 * Stores what a person told of themselves, each group by itself, and leaves the other groups as they are. Throws
 * `validation_failed` with every fault (never with a value), `subject_not_found`, `subject_erased`.
 */
export async function savePerson(ctx: Context, subjectId: Id, input: Person): Promise<void> {
  await requireSelfOr(ctx, 'verifications:write', subjectId)
  const person = normalizePerson(input)
  const faults = checkPerson(person, [], ctx.now)
  if (faults.length > 0) throw invalid(faults)
  await transaction(ctx, async (inner) => {
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

/** Whether the person's data was destroyed: then nothing may be stored of them any more. */
export async function isErased(ctx: Context, subjectId: Id): Promise<boolean> {
  const subject = await ctx.db
    .selectFrom('subjects')
    .select('erased_at')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', subjectId)
    .executeTakeFirst()
  return subject?.erased_at != null
}

/**
 * Destroys the person's key and with it everything that was encrypted under it, backups included. Doing so twice
 * changes nothing; returns whether this call did it. Runs in the caller's transaction.
 */
export async function destroyKey(ctx: Context, subjectId: Id): Promise<boolean> {
  const erased = await ctx.db
    .updateTable('subjects')
    .set({ wrapped_key: null, erased_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', subjectId)
    .where('erased_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!erased) return false
  await ctx.db
    .deleteFrom('personal_data')
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', '=', subjectId)
    .execute()
  await recordAudit(ctx, { action: 'subject.erased', subject: { type: 'subject', id: subjectId } })
  return true
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
