import { html } from 'ghtml'
import { type Ceremony, detailsToGive } from '../../../core/ceremony/index.ts'
import { type DetailField, type DetailKey, detailFields, usStates } from '../../../core/verifications/index.ts'
import { type Entered, faultSummary, idOf, input } from './form.ts'
import { declineHtml, openForm, targetOf } from './open-form.ts'

const legends: Record<DetailKey, string> = {
  legalName: 'Your legal name',
  dateOfBirth: 'Your birth',
  ssn: 'Your Social Security Number',
  address: 'Where you live now',
  driverLicence: 'Your driver licence',
  contact: 'How the laboratory reaches you',
}

/** What the checks need to know. Whatever was told is stored encrypted and not shown again. */
export function detailsBody(ceremony: Ceremony, organizationName: string, entered: Entered): string {
  const groups = detailsToGive(ceremony.version, ceremony.signer.role)
  const fieldsets = groups.map((key) => {
    const inputs = detailFields[key].map((field) => detailInput(field, ceremony, entered)).join('')
    // A fault may name a whole group; a group of one input has its id there already.
    const id = detailFields[key].length > 1 ? html` id="${idOf([key])}"` : ''
    return html`<fieldset!${id}><legend>${legends[key]}</legend>!${inputs}</fieldset>`
  })
  const labels = groups.flatMap((key) => detailFields[key].map(({ path, label }) => [path.join('.'), label] as const))
  return html`<h1>What the checks need</h1>
  !${faultSummary(entered.faults, labels)}
  <p class="lead">${organizationName} asks for checks before this agreement counts. What you write here is encrypted, used for these checks only, and not shown again.</p>
  !${openForm(targetOf(ceremony, 'details'))}!${fieldsets.join('')}<button type="submit">Continue</button></form>
  !${declineHtml(targetOf(ceremony, 'decline'), entered)}`
}

function detailInput(field: DetailField, ceremony: Ceremony, entered: Entered): string {
  const name = field.path.join('.')
  const known = name === 'contact.email' ? (ceremony.signer.email ?? '') : ''
  return input(
    {
      name,
      label: field.label,
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
