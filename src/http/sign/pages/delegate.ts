import { html } from 'ghtml'
import type { Ceremony } from '../../../core/ceremony/index.ts'
import { longestEmail } from '../../../core/email.ts'
import type { Reader } from '../../reader.ts'
import { wordsFor } from '../words.ts'
import { type Entered, input } from './form.ts'
import { targetOf } from './open-form.ts'

/**
 * The button that Enter presses in a form with delegation. It shows the page again with all typed values, so that Enter
 * in the address of another person does not sign. A script presses the intended button.
 */
export function enterHtml(reader: Reader, { signer }: Pick<Ceremony, 'signer'>): string {
  if (!signer.may_delegate) return ''
  return html`<button type="submit" class="enter" name="page_language" value="${reader.language}" tabindex="-1" aria-hidden="true"></button>`
}

/** The form to pass one's part on, if the sender allows it. It is inside the main form, like the form to decline. */
export function delegateHtml(reader: Reader, ceremony: Ceremony, entered: Entered): string {
  if (!ceremony.signer.may_delegate) return ''
  const { delegate: words, first } = wordsFor(reader)
  const path = (member: string) => ['delegate', member]
  const { delegate_name, delegate_email } = entered.values
  const isAtFault = entered.faults.some((fault) => fault.path[0] === 'delegate')
  const isOpen = isAtFault || delegate_name || delegate_email ? ' open' : ''
  return html`<details class="decline"!${isOpen}><summary>${words.summary}</summary>
    <p class="hint">${words.about}</p>
    !${input(reader, { name: 'delegate_name', label: first.name, path: path('name'), maxLength: 200 }, entered)}
    !${input(reader, { name: 'delegate_email', label: first.email, path: path('email'), type: 'email', maxLength: longestEmail }, entered)}
    <button type="submit" class="quiet" formaction="${targetOf(reader, ceremony, 'delegate').action}">${words.button}</button>
  </details>`
}
