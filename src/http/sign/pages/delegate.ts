import { html } from 'ghtml'
import type { Ceremony } from '../../../core/ceremony/index.ts'
import type { Reader } from '../../reader.ts'
import { wordsFor } from '../words.ts'
import { type Entered, input } from './form.ts'
import { openForm, targetOf } from './open-form.ts'

/** The way to pass one's part on, where the sender allows it. */
export function delegateHtml(reader: Reader, ceremony: Ceremony, entered: Entered): string {
  if (!ceremony.signer.may_delegate) return ''
  const { delegate: words, first } = wordsFor(reader)
  const path = (member: string) => ['delegate', member]
  const isOpen = entered.faults.some((fault) => fault.path[0] === 'delegate') ? ' open' : ''
  return html`<details class="decline"!${isOpen}><summary>${words.summary}</summary>
    <p class="hint">${words.about}</p>
    !${openForm(targetOf(reader, ceremony, 'delegate'))}
      !${input(reader, { name: 'delegate_name', label: first.name, path: path('name'), maxLength: 200 }, entered)}
      !${input(reader, { name: 'delegate_email', label: first.email, path: path('email'), type: 'email', maxLength: 254 }, entered)}
      <button type="submit" class="quiet">${words.button}</button>
    </form>
  </details>`
}
