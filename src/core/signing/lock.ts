import { transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { type Ceremony, loadCeremony, type SubmissionRow } from './ceremony.ts'

/**
 * Makes everything that ends or moves one submission wait its turn, until the transaction ends: signing, declining,
 * voiding, completing and expiring. Taken before any other row of the submission. Throws `submission_not_found`.
 */
export async function lockSubmission(ctx: Context, id: Id): Promise<SubmissionRow> {
  const row = await ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('submission')
  return row
}

/** Does the work in a transaction, on the signer's ceremony as it stands now, while nothing else can move it. */
export function withCeremony(
  ctx: Context,
  { signer: { id, submission_id } }: Pick<Ceremony, 'signer'>,
  work: (inner: Context, present: Ceremony) => Promise<void>,
): Promise<void> {
  return transaction(ctx, async (inner) => {
    await lockSubmission(inner, submission_id)
    const signer = await inner.db
      .selectFrom('signers')
      .selectAll()
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await work(inner, await loadCeremony(inner, signer))
  })
}
