import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { openPersonKey, openPersonKeys } from '../people/index.ts'
import type { Signer } from './signer.ts'

/** The value that a signer gave one field. */
type FieldValue = { submissionId: Id; signerId: Id; key: string; value: string }

/** Stores the field values of a signer, encrypted with the signer's key. Throws `subject_erased`. */
export async function saveFieldValues(
  ctx: Context,
  signer: Pick<Signer, 'id' | 'submission_id' | 'subject_id'>,
  values: readonly (readonly [key: string, value: string])[],
): Promise<void> {
  if (values.length === 0) return
  const key = await openPersonKey(ctx, signer.subject_id)
  await ctx.db
    .insertInto('field_values')
    .values(
      values.map(([name, value]) => ({
        organization_id: ctx.organizationId,
        submission_id: signer.submission_id,
        signer_id: signer.id,
        field_key: name,
        sealed: key.seal(`field:${signer.id}:${name}`, value),
        filled_at: ctx.now,
      })),
    )
    .execute()
}

/** The field values of submissions, sorted by field key. Values of erased people are left out. */
export async function openFieldValues(ctx: Context, submissionIds: readonly Id[]): Promise<FieldValue[]> {
  if (submissionIds.length === 0) return []
  const rows = await ctx.db
    .selectFrom('field_values as value')
    .innerJoin('signers as signer', (join) =>
      join.onRef('signer.organization_id', '=', 'value.organization_id').onRef('signer.id', '=', 'value.signer_id'),
    )
    .select(['value.submission_id', 'value.signer_id', 'value.field_key', 'value.sealed', 'signer.subject_id'])
    .where('value.organization_id', '=', ctx.organizationId)
    .where('value.submission_id', 'in', submissionIds)
    .orderBy('value.field_key')
    .execute()
  const keys = await openPersonKeys(
    ctx,
    rows.map(({ subject_id }) => subject_id),
  )
  return rows.flatMap(({ submission_id, signer_id, field_key, sealed, subject_id }) => {
    const value = keys.get(subject_id)?.open(`field:${signer_id}:${field_key}`, sealed)
    if (value === undefined) return []
    return [{ submissionId: submission_id, signerId: signer_id, key: field_key, value: String(value) }]
  })
}
