import { html } from 'ghtml'
import { type Ceremony, detailsToGive } from '../../../core/ceremony/index.ts'
import { type DetailField, detailFields, usStates } from '../../../core/verifications/index.ts'
import type { Reader } from '../../reader.ts'
import { wordsFor } from '../words.ts'
import { type Entered, faultSummary, idOf, input } from './form.ts'
import { declineHtml, openMainForm, targetOf } from './open-form.ts'

/** Requests the personal details for the verifications. They are stored encrypted and never shown again. */
export function detailsBody(reader: Reader, ceremony: Ceremony, organization: string, entered: Entered): string {
  const words = wordsFor(reader)
  const groups = detailsToGive(ceremony.version, ceremony.signer.role)
  const fieldsets = groups.map((key) => {
    const inputs = detailFields[key].map((field) => detailInput(reader, field, ceremony, entered)).join('')
    // A fault may name a whole group. A group with one input already has that id on the input.
    const id = detailFields[key].length > 1 ? html` id="${idOf([key])}"` : ''
    return html`<fieldset!${id}><legend>${words.details.legends[key]}</legend>!${inputs}</fieldset>`
  })
  const labels = groups.flatMap((key) =>
    detailFields[key].map((field) => [field.path.join('.'), labelOf(reader, field)] as const),
  )
  return html`<h1>${words.details.title}</h1>
  !${faultSummary(reader, entered.faults, labels)}
  <p class="lead">${words.details.lead({ organization })}</p>
  !${openMainForm(targetOf(reader, ceremony, 'details'))}!${fieldsets.join('')}<button type="submit">${words.form.go_on}</button>
  !${declineHtml(reader, targetOf(reader, ceremony, 'decline'), entered)}</form>`
}

/** The label of a blank; core names a blank only by its path. */
function labelOf(reader: Reader, { path }: DetailField): string {
  const labels: Record<string, string> = wordsFor(reader).details.labels
  return labels[path.join('.')] ?? ''
}

function detailInput(reader: Reader, field: DetailField, ceremony: Ceremony, entered: Entered): string {
  const name = field.path.join('.')
  const known = name === 'contact.email' ? (ceremony.signer.email ?? '') : ''
  return input(
    reader,
    {
      name,
      label: labelOf(reader, field),
      path: [...field.path],
      type:
        field.inputMode === 'date' || field.inputMode === 'email' || field.inputMode === 'tel'
          ? field.inputMode
          : 'text',
      required: field.required,
      autocomplete: field.autocomplete,
      inputMode: field.inputMode === 'date' ? 'text' : field.inputMode,
      maxLength: 200,
      value: known,
      ...(field.path.at(-1) === 'state' ? { choices: [...usStates].sort() } : {}),
    },
    entered,
  )
}
