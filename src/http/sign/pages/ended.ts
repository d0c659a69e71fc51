import { html } from 'ghtml'
import type { Ceremony } from '../../../core/ceremony/index.ts'
import { openForm, targetOf } from './open-form.ts'

/** Why an agreement can no longer be signed, and how to begin anew while its link is open. */
export function endedBody(ceremony: Ceremony, canBegin: boolean): string {
  const { title, words } = endOf(ceremony)
  const again = html`!${openForm(targetOf(ceremony, 'restart'))}<button type="submit">Begin again</button></form>`
  const advice = '<p>If you want to sign after all, ask whoever sent it for a new link.</p>'
  return html`<h1>${title}</h1><p class="lead">${words}</p>!${canBegin ? again : advice}`
}

/** How a submission has ended, in a signer's words. */
export function endOf({ submission, signer }: Ceremony): { title: string; words: string } {
  const because = (reason: string | null) => (reason ? ` The reason given: “${reason}”.` : '')
  if (signer.declined_at)
    return { title: 'You declined', words: 'Nothing was signed, and the sender can see that you declined.' }
  if (submission.declined_at)
    return { title: 'Somebody declined', words: 'Another person did not want to sign, so it ended for all.' }
  if (submission.voided_at)
    return { title: 'This was called back', words: `The sender has called it back.${because(submission.void_reason)}` }
  const day = submission.expires_at.toISOString().slice(0, 10)
  return { title: 'The time to sign is over', words: `It could be signed until ${day}.` }
}
