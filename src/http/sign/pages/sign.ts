import { html } from 'ghtml'
import { type Field, fieldKinds, readAs } from '../../../core/agreements/index.ts'
import type { Ceremony } from '../../../core/ceremony/index.ts'
import { formatNumber, isPlainNumber } from '../../../core/numbers.ts'
import { hasActed, shownMetadata } from '../../../core/submissions/index.ts'
import { directionOfLanguage } from '../../../writing/index.ts'
import type { Reader } from '../../reader.ts'
import { documentHtml } from '../document-html.ts'
import { ours, wordsFor } from '../words.ts'
import { type Shown, showBy } from './conditions.ts'
import { delegateHtml, enterHtml } from './delegate.ts'
import { fieldInput, fileForms } from './field-inputs.ts'
import { hintOf, labelOf, type Place, placeInText, placeOnLine } from './field-places.ts'
import { type Entered, faultOf, faultSummary, idOf, input } from './form.ts'
import { givenHtml } from './given.ts'
import { metadataHtml } from './metadata.ts'
import { declineHtml, openMainForm, targetOf } from './open-form.ts'
import { pagesHtml } from './pdf-pages.ts'
import { roleNameOf } from './people.ts'

/** The agreement with its blanks to fill in place, and the signature: typed, or drawn where a script can run. */
export function signBody(reader: Reader, ceremony: Ceremony, entered: Entered): string {
  const { first, sign: words, approve } = wordsFor(reader)
  const { version, signer } = ceremony
  const approves = signer.kind === 'approver'
  const fields = version.fields.filter((field) => field.role === signer.role)
  const typedOf = (field: Field) => drawingOf(field, ceremony, entered) || shownValue(reader, field, ceremony, entered)
  const shown = showBy(reader, ceremony, typedOf)
  const placed = new Set<string>()
  const draw = (key: string) => {
    const field = fields.find((candidate) => candidate.key === key)
    if (!field) return ofAnother(reader, key, ceremony, shown)
    if (fieldKinds[field.type].filledBy === 'mark')
      return html`<a class="blank" href="#signature"!${ours(reader)}>${words.below({ label: field.label })}</a>`
    if (placed.has(key)) return shown.wrap(field, html`<span class="blank">${field.label}</span>`, 'span')
    placed.add(key)
    return shown.wrap(field, inPlace(reader, field, ceremony, entered), 'span')
  }
  const drawBeside = (field: Field) => {
    if (field.role !== signer.role) return html`<p class="other">!${besideOfAnother(reader, field, ceremony)}</p>`
    if (fieldKinds[field.type].filledBy === 'mark') return html`<p>!${draw(field.key)}</p>`
    placed.add(field.key)
    return labelled(reader, field, ceremony, entered)
  }
  const text = ceremony.pdf
    ? pagesHtml(
        reader,
        ceremony.pdf,
        { fields: version.fields, given: ceremony.given },
        { role: signer.role, draw: drawBeside, shown },
      )
    : documentHtml(reader, ceremony.document, draw, directionOfLanguage(ceremony.language))
  const rest = fields.filter(({ key, type }) => fieldKinds[type].filledBy === 'signer' && !placed.has(key))
  const keep = targetOf(reader, ceremony, 'draft')
  const labels = fields.map(({ key, label }) => [`fields.${key}`, label] as const)
  return html`<h1>${approves ? approve.title : words.title}</h1>
  !${approves ? html`<p class="lead">${approve.lead}</p>` : ''}
  !${faultSummary(reader, entered.faults, labels)}
  !${openMainForm(targetOf(reader, ceremony, approves ? 'approve' : 'sign'), html`data-draft="${signer.id}-sign" data-saved="${ceremony.proposed.token ?? ''}" data-save="${keep.action}" !${shown.form}`)}!${enterHtml(reader, ceremony)}!${shown.input}!${seenHtml(ceremony)}
    <section class="paper" aria-label="${first.agreement}" lang="${ceremony.language}" dir="${directionOfLanguage(ceremony.language)}"><p class="title">${version.title}</p>!${text}</section>
    !${metadataHtml(reader, shownMetadata(version, ceremony.submission))}
    !${rest.length > 0 ? html`<h2>${words.more}</h2>!${rest.map((field) => shown.wrap(field, labelled(reader, field, ceremony, entered), 'div')).join('')}` : ''}
    !${approves ? html`<p class="hint">${approve.as({ name: signer.name ?? '', email: signer.email ?? '' })}</p>` : signatureHtml(reader, ceremony, entered)}
    <button type="submit">${approves ? approve.button : words.button}</button>
    !${fields.some(({ type }) => fieldKinds[type].filledBy === 'signer') ? html`<noscript><button type="submit" class="quiet" formaction="${keep.action}">${words.keep}</button></noscript>` : ''}
    !${declineHtml(reader, targetOf(reader, ceremony, 'decline'), entered, approves)}!${delegateHtml(reader, ceremony, entered)}
  </form>
  !${fileForms(fields, (path) => targetOf(reader, ceremony, path))}`
}

/** Whose parts stand in the page. Of somebody beside the signer, only the page knows whether they had acted by then. */
function seenHtml({ signers }: Ceremony): string {
  const roles = signers.filter(hasActed).map(({ role }) => role)
  return roles.length > 0 ? html`<input type="hidden" name="seen" value="${roles.join(' ')}">` : ''
}

/** A blank of another signer: its value, or whose it is. */
function ofAnother(reader: Reader, key: string, ceremony: Ceremony, shown: Shown): string {
  const field = ceremony.version.fields.find((known) => known.key === key)
  if (!field) return html`<span class="blank">${key}</span>`
  return shown.wrap(field, otherHtml(reader, field, ceremony), 'span')
}

/** The same beside a picture of the page, where its place does not say which field it is. */
function besideOfAnother(reader: Reader, field: Field, ceremony: Ceremony): string {
  const known = ceremony.given[field.key]
  const isNamed = !known || known.kind === 'checkbox'
  return html`!${isNamed ? '' : html`${field.label}: `}!${otherHtml(reader, field, ceremony)}`
}

function otherHtml(reader: Reader, field: Field, ceremony: Ceremony): string {
  const known = ceremony.given[field.key]
  if (known === null) return ''
  if (known) return givenHtml(reader, field, known)
  return html`<span class="blank">${field.label} · ${roleNameOf(ceremony, field.role)}</span>`
}

function shownValue(reader: Reader, field: Field, ceremony: Ceremony, entered: Entered): string {
  const { values, fixed, files } = ceremony.proposed
  if (field.type === 'file') return files.find((file) => file.field === field.key)?.name ?? ''
  const typed = entered.values[`field.${field.key}`]
  if (
    !fixed.has(field.key) &&
    (typed !== undefined || (entered.faults.length > 0 && entered.values.step !== undefined))
  )
    return typed ?? ''
  return writeAs(reader, field, values[field.key] ?? '')
}

/** A kept value as its reader writes it, so that it is read again as what it is. */
function writeAs({ locale }: Reader, field: Field, value: string): string {
  if (field.type === 'initials' && value.startsWith('{')) return ''
  if (field.type !== 'number' || !isPlainNumber(value)) return value
  return readAs(field, value, locale) === value ? value : formatNumber(value, locale)
}

const inPlace = (reader: Reader, field: Field, ceremony: Ceremony, entered: Entered) =>
  placeInText(reader, field, partsOf(reader, field, ceremony, entered))

const labelled = (reader: Reader, field: Field, ceremony: Ceremony, entered: Entered) =>
  placeOnLine(field, partsOf(reader, field, ceremony, entered))

function partsOf(reader: Reader, field: Field, ceremony: Ceremony, entered: Entered): Place {
  const id = idOf(['fields', field.key])
  const message = faultOf(entered, ['fields', field.key])
  const isFixed = ceremony.proposed.fixed.has(field.key)
  const hint = isFixed ? wordsFor(reader).sign.fixed : hintOf(reader, field)
  const about = [message ? `${id}-fault` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ')
  const state = `${field.required ? ' required' : ''}${message ? ' aria-invalid="true"' : ''}${about ? ` aria-describedby="${about}"` : ''}`
  const value = shownValue(reader, field, ceremony, entered)
  const { kind, draw } = fieldInput(field)
  const control = draw(field, { reader, id, name: `field.${field.key}`, value, state, isFixed })
  const pad = padOf(reader, field, ceremony, entered)
  return { id, label: labelOf(reader, field), message, control, kind, hint, pad }
}

/** Initials that were drawn: in the form that was sent, else before. */
function drawingOf({ key, type }: Field, { proposed }: Ceremony, { values, faults }: Entered): string {
  const before = proposed.values[key] ?? ''
  return (
    values[`drawing.${key}`] ?? (type === 'initials' && faults.length === 0 && before.startsWith('{') ? before : '')
  )
}

/** A pad for initials in place of typing; a script shows it. */
function padOf(reader: Reader, field: Field, ceremony: Ceremony, entered: Entered): string {
  if (field.type !== 'initials') return ''
  const words = wordsFor(reader).sign
  const drawing = drawingOf(field, ceremony, entered)
  return html`<span class="initials" data-for="${idOf(['fields', field.key])}" hidden!${ours(reader)}>
    <span class="drawn" hidden><canvas role="img" aria-label="${words.drawn_initials({ label: field.label })}"></canvas>
      <button type="button" class="quiet clear">${words.clear}</button></span>
    <button type="button" class="quiet turn" data-type="${words.type_instead}">${words.draw_instead}</button>
    <input type="hidden" name="drawing.${field.key}" value="${drawing}"></span>`
}

function signatureHtml(reader: Reader, ceremony: Ceremony, entered: Entered): string {
  const { name, email } = ceremony.signer
  const words = wordsFor(reader).sign
  const message = faultOf(entered, ['signature'])
  const drawn = entered.values.signature_method === 'drawn'
  return html`<fieldset id="${idOf(['signature'])}" class="signature"><legend id="signature">${words.signature}</legend>
    !${message ? html`<p class="fault">${message}</p>` : ''}
    <div class="methods" hidden>
      <label><input type="radio" name="signature_method" value="typed"!${drawn ? '' : ' checked'}> ${words.type}</label>
      <label><input type="radio" name="signature_method" value="drawn"!${drawn ? ' checked' : ''}> ${words.draw}</label>
    </div>
    <div class="typed">
      !${input(reader, { name: 'signature_text', label: words.type_name, path: ['signatureText'], autocomplete: 'name', maxLength: 200 }, entered)}
      <p class="preview" aria-hidden="true"></p>
    </div>
    <div class="drawn" hidden>
      <p class="hint" id="pad-hint">${words.hint}</p>
      <canvas role="img" aria-label="${words.drawn}" aria-describedby="pad-hint"></canvas>
      <button type="button" class="quiet clear">${words.clear}</button>
      <input type="hidden" name="signature_drawing" value="${entered.values.signature_drawing ?? ''}">
    </div>
    <p class="hint">${words.signing_as({ name: name ?? '', email: email ?? '' })}</p>
  </fieldset>`
}
