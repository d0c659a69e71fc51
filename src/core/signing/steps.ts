import type { Context } from '../context.ts'
import { DomainError } from '../errors.ts'
import { type Ceremony, loadCeremony, type Signer, type Step } from './ceremony.ts'

const order: Step[] = ['identify', 'consent', 'details', 'sign', 'finishing', 'done']

/**
 * Does the work of a step while the signer's row is locked, so that two tabs or a double click cannot do it twice.
 * A step that is behind already is no error and does nothing. Throws `submission_closed`, or `step_not_reached` for
 * work that comes too early.
 */
export async function atStep(
  ctx: Context,
  ceremony: Pick<Ceremony, 'signer'>,
  step: Step,
  work: (signer: Signer, ceremony: Ceremony) => Promise<void>,
): Promise<void> {
  const signer = await ctx.db
    .selectFrom('signers')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', ceremony.signer.id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  const present = await loadCeremony(ctx, signer)
  if (present.step === 'closed') {
    throw new DomainError(
      'gone',
      'submission_closed',
      'This agreement can no longer be signed. Ask whoever sent it for a new link.',
    )
  }
  if (order.indexOf(present.step) > order.indexOf(step)) return
  if (present.step !== step) {
    throw new DomainError('conflict', 'step_not_reached', 'Something before this step is not done yet.')
  }
  await work(signer, present)
}
