import { transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { invalid } from '../errors.ts'
import type { Id } from '../ids.ts'
import { openPersonKey } from '../people/index.ts'
import { requireSelfOr } from './own-subject.ts'
import type { Person } from './person.ts'
import { checkPerson, normalizePerson } from './person-rules.ts'

/**
 * Stores the given groups of a person's details; the other groups stay. The faults never contain a value.
 * Throws `validation_failed`, `subject_not_found`, `subject_erased`.
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

/** The decrypted details of a person, for an order that is about to be sent. Throws `subject_erased`. */
export async function readPerson(ctx: Context, subjectId: Id): Promise<Person> {
  const key = await openPersonKey(ctx, subjectId)
  const rows = await ctx.db
    .selectFrom('personal_data')
    .select(['kind', 'ciphertext'])
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', '=', subjectId)
    .where('kind', 'not like', 'response:%')
    .execute()
  return Object.fromEntries(rows.map(({ kind, ciphertext }) => [kind, key.open(kind, ciphertext)]))
}

/** Stores one value, encrypted with the person's key. Throws `subject_erased`. */
export async function storePersonal(ctx: Context, subjectId: Id, kind: string, value: unknown): Promise<void> {
  const key = await openPersonKey(ctx, subjectId)
  const ciphertext = key.seal(kind, value)
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
