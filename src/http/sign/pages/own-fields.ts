import { html } from 'ghtml'
import { type Field, readAs } from '../../../core/agreements/index.ts'
import { formatNumber, isPlainNumber } from '../../../core/numbers.ts'
import type { Reader } from '../../reader.ts'
import { ours, wordsFor } from '../words.ts'
import { fieldInput } from './field-inputs.ts'
import { hintOf, labelOf, type Place, placeInText, placeOnLine } from './field-places.ts'
import { type Entered, faultOf, idOf } from './form.ts'
import type { Part } from './part.ts'

/** The value of a field before typing: the sent value, or else the kept or the proposed one. */
export function shownValue(reader: Reader, field: Field, { proposed }: Part, entered: Entered): string {
  const { values, fixed, files } = proposed
  if (field.type === 'file') return files.find((file) => file.field === field.key)?.name ?? ''
  const typed = entered.values[`field.${field.key}`]
  if (
    !fixed.has(field.key) &&
    (typed !== undefined || (entered.faults.length > 0 && entered.values.step !== undefined))
  )
    return typed ?? ''
  return writeAs(reader, field, values[field.key] ?? '')
}

/** A kept value in its reader's form, so that the server reads the same value again. */
function writeAs({ locale }: Reader, field: Field, value: string): string {
  if (field.type === 'initials' && value.startsWith('{')) return ''
  if (field.type !== 'number' || !isPlainNumber(value)) return value
  return readAs(field, value, locale) === value ? value : formatNumber(value, locale)
}

/** A field in the running text. */
export const inPlace = (reader: Reader, field: Field, part: Part, entered: Entered) =>
  placeInText(reader, field, partsOf(reader, field, part, entered))

/** A field on a line of its own. */
export const labelled = (reader: Reader, field: Field, part: Part, entered: Entered) =>
  placeOnLine(field, partsOf(reader, field, part, entered))

function partsOf(reader: Reader, field: Field, part: Part, entered: Entered): Place {
  const id = idOf(['fields', field.key])
  const message = faultOf(entered, ['fields', field.key])
  const isFixed = part.proposed.fixed.has(field.key)
  const hint = isFixed ? wordsFor(reader).sign.fixed : hintOf(reader, field)
  const about = [message ? `${id}-fault` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ')
  const state = `${field.required ? ' required' : ''}${message ? ' aria-invalid="true"' : ''}${about ? ` aria-describedby="${about}"` : ''}`
  const value = shownValue(reader, field, part, entered)
  const { kind, draw } = fieldInput(field)
  const control = draw(field, { reader, id, name: `field.${field.key}`, value, state, isFixed })
  const pad = padOf(reader, field, part, entered)
  return { id, label: labelOf(reader, field), message, control, kind, hint, pad }
}

/** The drawn initials: those of the sent form, or else the kept ones. */
export function drawingOf({ key, type }: Field, { proposed }: Part, { values, faults }: Entered): string {
  const before = proposed.values[key] ?? ''
  return (
    values[`drawing.${key}`] ?? (type === 'initials' && faults.length === 0 && before.startsWith('{') ? before : '')
  )
}

/** A pad to draw initials instead of typing them. A script shows the pad. */
function padOf(reader: Reader, field: Field, part: Part, entered: Entered): string {
  if (field.type !== 'initials') return ''
  const words = wordsFor(reader).sign
  const drawing = drawingOf(field, part, entered)
  return html`<span class="initials" data-for="${idOf(['fields', field.key])}" hidden!${ours(reader)}>
    <span class="drawn" hidden><canvas role="img" aria-label="${words.drawn_initials({ label: field.label })}"></canvas>
      <button type="button" class="quiet clear">${words.clear}</button></span>
    <button type="button" class="quiet turn" data-type="${words.type_instead}">${words.draw_instead}</button>
    <input type="hidden" name="drawing.${field.key}" value="${drawing}"></span>`
}
