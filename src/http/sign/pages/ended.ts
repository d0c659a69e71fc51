import { html } from 'ghtml'
import type { Ceremony } from '../../../core/ceremony/index.ts'
import type { Reader } from '../../reader.ts'
import { sayMoment, wordsFor } from '../words.ts'
import { openForm, targetOf } from './open-form.ts'

/** Explains why nobody can sign an agreement any more, and how to begin again while its link is open. */
export function endedBody(reader: Reader, ceremony: Ceremony, canBegin: boolean): string {
  const { title, message } = endOf(reader, ceremony)
  const words = wordsFor(reader).ended
  const again = html`!${openForm(targetOf(reader, ceremony, 'restart'))}<button type="submit">${words.again}</button></form>`
  const advice = html`<p>${words.advice}</p>`
  return html`<h1>${title}</h1><p class="lead">${message}</p>!${canBegin ? again : advice}`
}

/** The end of a submission, in words for a signer. */
export function endOf(
  reader: Reader,
  { submission, signer, voidReason: reason }: Ceremony,
): { title: string; message: string } {
  const words = wordsFor(reader).ended
  if (signer.declined_at) return { title: words.declined, message: words.declined_lead }
  if (submission.declined_at) return { title: words.other_declined, message: words.other_declined_lead }
  if (submission.voided_at)
    return { title: words.voided, message: reason ? words.voided_because({ reason }) : words.voided_lead }
  return { title: words.expired, message: words.expired_lead({ at: sayMoment(submission.expires_at, reader) }) }
}
