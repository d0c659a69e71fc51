import { transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { DomainError } from '../errors.ts'
import { findSigner, lockSubmission } from '../submissions/index.ts'
import { type Ceremony, loadCeremony, type Step } from './ceremony.ts'

const order: Step[] = ['identify', 'consent', 'details', 'sign', 'finishing', 'done']

/**
 * Does the work of a step in a transaction, while the submission is locked, so that two tabs or a double click cannot
 * do it twice, and nobody can end it meanwhile. A step that is behind already is no error and does nothing. Throws
 * `submission_closed`, or `step_not_reached` for work that comes too early.
 */
export function atStep(
  ctx: Context,
  ceremony: Pick<Ceremony, 'signer'>,
  step: Step,
  work: (inner: Context, present: Ceremony) => Promise<void>,
): Promise<void> {
  return withCeremony(ctx, ceremony, async (inner, present) => {
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
    await work(inner, present)
  })
}

/** Does the work in a transaction, on the signer's ceremony as it stands now, while nothing else can move it. */
export function withCeremony(
  ctx: Context,
  { signer: { id, submission_id } }: Pick<Ceremony, 'signer'>,
  work: (inner: Context, present: Ceremony) => Promise<void>,
): Promise<void> {
  return transaction(ctx, async (inner) => {
    await lockSubmission(inner, submission_id)
    const signer = await findSigner(inner, { column: 'id', value: id })
    if (!signer) throw new Error(`Signer ${id} is gone.`)
    await work(inner, await loadCeremony(inner, signer))
  })
}
