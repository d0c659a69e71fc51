import { html } from 'ghtml'
import { type Field, fieldKinds } from '../../../core/agreements/index.ts'
import type { Ceremony } from '../../../core/ceremony/index.ts'
import { shownMetadata } from '../../../core/submissions/index.ts'
import { directionOfLanguage } from '../../../writing/index.ts'
import { documentHtml } from '../document-html.ts'
import { fieldInput } from './field-inputs.ts'
import { type Entered, faultOf, faultSummary, idOf, input } from './form.ts'
import { metadataHtml } from './metadata.ts'
import { declineHtml, openForm, targetOf } from './open-form.ts'

/** The agreement with its blanks to fill in place, and the signature: typed, or drawn where a script can run. */
export function signBody(ceremony: Ceremony, entered: Entered): string {
  const { version, signer } = ceremony
  const fields = version.fields.filter((field) => field.role === signer.role)
  const placed = new Set<string>()
  const draw = (key: string) => {
    const field = fields.find((candidate) => candidate.key === key)
    if (!field) return html`<span class="blank">${key}</span>`
    if (fieldKinds[field.type].filledBy === 'mark')
      return html`<a class="blank" href="#signature">${field.label}: sign below</a>`
    if (placed.has(key)) return html`<span class="blank">${field.label}</span>`
    placed.add(key)
    return inPlace(field, ceremony, entered)
  }
  const text = documentHtml(ceremony.document, draw, directionOfLanguage(ceremony.language))
  const rest = fields.filter(({ key, type }) => fieldKinds[type].filledBy === 'signer' && !placed.has(key))
  const labels = fields.map(({ key, label }) => [`fields.${key}`, label] as const)
  return html`<h1>Fill in and sign</h1>
  !${faultSummary(entered.faults, labels)}
  !${openForm(targetOf(ceremony, 'sign'), html`data-draft="${signer.id}-sign"`)}
    <section class="paper" aria-label="The agreement" lang="${ceremony.language}" dir="${directionOfLanguage(ceremony.language)}"><p class="title">${version.title}</p>!${text}</section>
    !${metadataHtml(shownMetadata(version, ceremony.submission))}
    !${rest.length > 0 ? `<h2>More to fill in</h2>${rest.map((field) => labelled(field, ceremony, entered)).join('')}` : ''}
    !${signatureHtml(ceremony, entered)}
    <button type="submit">Sign the agreement</button>
  </form>
  !${declineHtml(targetOf(ceremony, 'decline'), entered)}`
}

function shownValue(field: Field, ceremony: Ceremony, entered: Entered): string {
  const typed = entered.values[`field.${field.key}`]
  if (typed !== undefined || entered.faults.length > 0) return typed ?? ''
  const given = ceremony.submission.metadata[field.key]
  return field.type !== 'checkbox' && typeof given === 'string' ? given : ''
}

/** An input inside the running text; its label is read out, and shown as the blank's hint. */
function inPlace(field: Field, ceremony: Ceremony, entered: Entered): string {
  const { id, label, message, control, kind } = partsOf(field, ceremony, entered)
  const note = message ? html`<span class="fault" id="${id}-fault">${message}</span>` : ''
  if (kind === 'box')
    return html`<label class="inline check" for="${id}">!${control} <span>${field.label}</span></label>!${note}`
  if (kind === 'group')
    return html`<span class="inline group" id="${id}" role="radiogroup" aria-labelledby="${id}-label"!${message ? ` aria-describedby="${id}-fault"` : ''}><span class="hint" id="${id}-label">!${label}</span>!${control}</span>!${note}`
  return html`<label class="inline" for="${id}"><span class="hint">!${label}</span>!${control}</label>!${padOf(field, entered)}!${note}`
}

/** An input on a line of its own, for a field that has no place in the text. */
function labelled(field: Field, ceremony: Ceremony, entered: Entered): string {
  const { id, label, message, control, kind } = partsOf(field, ceremony, entered)
  const note = message ? html`<p class="fault" id="${id}-fault">${message}</p>` : ''
  if (kind === 'box')
    return html`<div class="field check">!${note}<label for="${id}">!${control} <span>${field.label}</span></label></div>`
  if (kind === 'group')
    return html`<fieldset class="field group" id="${id}"!${message ? ` aria-describedby="${id}-fault"` : ''}><legend>!${label}</legend>!${note}!${control}</fieldset>`
  return html`<div class="field"><label for="${id}">!${label}</label>!${note}!${control}!${padOf(field, entered)}</div>`
}

function partsOf(field: Field, ceremony: Ceremony, entered: Entered) {
  const id = idOf(['fields', field.key])
  const message = faultOf(entered, ['fields', field.key])
  const { kind, draw } = fieldInput(field)
  const state = `${field.required ? ' required' : ''}${message ? ` aria-invalid="true" aria-describedby="${id}-fault"` : ''}`
  const value = shownValue(field, ceremony, entered)
  const control = draw(field, { id, name: `field.${field.key}`, value, state })
  const label = html`${field.label}!${field.required ? '' : ' <span class="optional">(optional)</span>'}`
  return { id, label, message, control, kind }
}

/** Where initials are drawn in place of typing them; a script shows it. */
function padOf(field: Field, entered: Entered): string {
  if (field.type !== 'initials') return ''
  const drawing = entered.values[`drawing.${field.key}`] ?? ''
  return html`<span class="initials" data-for="${idOf(['fields', field.key])}" hidden>
    <span class="drawn" hidden><canvas role="img" aria-label="Your drawn initials: ${field.label}"></canvas>
      <button type="button" class="quiet clear">Clear</button></span>
    <button type="button" class="quiet turn">Draw instead</button>
    <input type="hidden" name="drawing.${field.key}" value="${drawing}"></span>`
}

function signatureHtml(ceremony: Ceremony, entered: Entered): string {
  const message = faultOf(entered, ['signature'])
  const drawn = entered.values.signature_method === 'drawn'
  return html`<fieldset id="${idOf(['signature'])}" class="signature"><legend id="signature">Your signature</legend>
    !${message ? html`<p class="fault">${message}</p>` : ''}
    <div class="methods" hidden>
      <label><input type="radio" name="signature_method" value="typed"!${drawn ? '' : ' checked'}> Type it</label>
      <label><input type="radio" name="signature_method" value="drawn"!${drawn ? ' checked' : ''}> Draw it</label>
    </div>
    <div class="typed">
      !${input({ name: 'signature_text', label: 'Type your full name as your signature', path: ['signatureText'], autocomplete: 'name', maxLength: 200 }, entered)}
      <p class="preview" aria-hidden="true"></p>
    </div>
    <div class="drawn" hidden>
      <p class="hint" id="pad-hint">Draw with a finger, a pen or the mouse. By keyboard, choose “Type it”.</p>
      <canvas role="img" aria-label="Your drawn signature" aria-describedby="pad-hint"></canvas>
      <button type="button" class="quiet clear">Clear</button>
      <input type="hidden" name="signature_drawing" value="${entered.values.signature_drawing ?? ''}">
    </div>
    <p class="hint">Signing as ${ceremony.signer.name ?? ''}, ${ceremony.signer.email ?? ''}. By pressing the button you sign this agreement.</p>
  </fieldset>`
}
