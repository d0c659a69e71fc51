import { transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import { lockSubmission } from '../submissions/index.ts'
import { type Ceremony, loadCeremony, type Step } from './ceremony.ts'
import { isRepeated, keyOf, outdated, rememberForm, requireSameForm, type SentForm } from './form.ts'

const order: string[] = ['identify', 'others', 'consent', 'details', 'sign', 'approve', 'waiting', 'finishing', 'done']

/** The steps that a form completes. */
type FormStep = Extract<Step, 'identify' | 'others' | 'consent' | 'details' | 'sign' | 'approve'>

/**
 * Does the work of a step while the submission is locked, so that two tabs or a double click cannot do it twice.
 * `prepare` judges the input before that. A second click does nothing.
 * Throws `form_outdated`, `submission_closed`, `step_not_reached`.
 */
export async function atStep<T>(
  ctx: Context,
  at: FormStep,
  ceremony: Ceremony,
  form: SentForm,
  prepare: () => T | Promise<T>,
  work: (inner: Context, present: Ceremony, prepared: T) => Promise<void>,
): Promise<void> {
  if (!(await isDue(ctx, at, ceremony, form))) return
  const prepared = await prepare()
  await withCeremony(ctx, ceremony, async (inner, present) => {
    if (!(await isDue(inner, at, present, form))) return
    await work(inner, present, prepared)
    await rememberForm(inner, form)
  })
}

async function isDue(ctx: Context, at: FormStep, ceremony: Ceremony, form: SentForm): Promise<boolean> {
  if (ceremony.step === 'closed') {
    throw new DomainError('gone', 'submission_closed', say('submission_closed'))
  }
  requireSameForm(ceremony, form)
  // A form cannot do the work of another step.
  if (form.step.split(':')[0] !== at) throw outdated()
  if (keyOf(ceremony) === form.step) return true
  if (await isRepeated(ctx, form)) return false
  if (ceremony.step === 'waiting' && ceremony.signer.is_awaited) throw tooEarly('your_turn')
  if (isBehind(ceremony, form)) throw outdated()
  throw tooEarly('step_not_reached')
}

function isBehind(ceremony: Ceremony, form: SentForm): boolean {
  const [name = '', kind = ''] = form.step.split(':')
  if (name === 'consent' && ceremony.step === 'consent') return ceremony.consentsGiven.includes(kind)
  return order.indexOf(name) < order.indexOf(ceremony.step)
}

/** The error for a step that has not come yet. */
export function tooEarly(why: 'order_turn' | 'step_not_reached' | 'your_turn'): DomainError {
  return new DomainError('conflict', 'step_not_reached', say(why))
}

/**
 * Locks the submission and runs `work` with the present ceremony of the signer. Throws `form_outdated` when the part
 * belongs to another person by now, because the earlier person may have sent a form at the same moment.
 */
export function withCeremony(
  ctx: Context,
  { signer }: Pick<Ceremony, 'signer'>,
  work: (inner: Context, present: Ceremony) => Promise<void>,
): Promise<void> {
  return transaction(ctx, async (inner) => {
    await lockSubmission(inner, signer.submission_id)
    const present = await loadCeremony(inner, signer.id)
    if (!isSamePerson(signer, present.signer)) throw outdated()
    await work(inner, present)
  })
}

/** Whether a part still belongs to the same person. */
function isSamePerson(before: Ceremony['signer'], { subject_id, invited_name, invited_email }: Ceremony['signer']) {
  return (
    before.subject_id === subject_id && before.invited_name === invited_name && before.invited_email === invited_email
  )
}
