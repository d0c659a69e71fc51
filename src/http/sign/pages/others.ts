import { html } from 'ghtml'
import { type Ceremony, listUnnamed } from '../../../core/ceremony/index.ts'
import { longestEmail } from '../../../core/email.ts'
import type { Reader } from '../../reader.ts'
import { wordsFor } from '../words.ts'
import { type Entered, faultSummary, input } from './form.ts'
import { declineHtml, openMainForm, targetOf } from './open-form.ts'
import { roleNameOf } from './people.ts'

/** Asks the first signer for the other signers. */
export function othersBody(reader: Reader, ceremony: Ceremony, entered: Entered): string {
  const { others: words, first } = wordsFor(reader)
  const people = listUnnamed(ceremony)
  const labels = people.flatMap(({ role }) => {
    const name = roleNameOf(ceremony, role)
    return [
      [`others.${role}.name`, `${name}, ${first.name}`],
      [`others.${role}.email`, `${name}, ${first.email}`],
    ] as const
  })
  const asked = people.map(({ role, kind }) => {
    const required = kind !== 'copy'
    const path = (member: string) => ['others', role, member]
    return html`<fieldset class="field group"><legend>${roleNameOf(ceremony, role)}</legend>
      !${required ? '' : html`<p class="hint">${words.copy}</p>`}
      !${input(reader, { name: `other.${role}.name`, label: first.name, path: path('name'), required, maxLength: 200 }, entered)}
      !${input(reader, { name: `other.${role}.email`, label: first.email, path: path('email'), type: 'email', required, maxLength: longestEmail }, entered)}
    </fieldset>`
  })
  return html`<h1>${words.title}</h1>
  !${faultSummary(reader, entered.faults, labels)}
  <p class="lead">${words.lead}</p>
  !${openMainForm(targetOf(reader, ceremony, 'others'))}!${asked.join('')}<button type="submit">${words.button}</button>
  !${declineHtml(reader, targetOf(reader, ceremony, 'decline'), entered)}</form>`
}
