import { html } from 'ghtml'
import type { Field } from '../../../core/agreements/index.ts'
import { filesTaken } from '../../../core/ceremony/index.ts'
import type { Reader } from '../../reader.ts'
import { ours, wordsFor } from '../words.ts'
import type { fieldInput } from './field-inputs.ts'

/** The parts of a field's place. `pad` is HTML for drawn initials, `hint` describes the accepted values. */
export type Place = {
  id: string
  label: string
  message: string | undefined
  control: string
  kind: ReturnType<typeof fieldInput>['kind']
  hint: string
  pad: string
}

/** An input inside the running text. Screen readers read its label, and the blank shows the label as its hint. */
export function placeInText(reader: Reader, field: Field, place: Place): string {
  const { id, label, message, control, kind, hint, pad } = place
  const more = hint ? html` <span class="hint" id="${id}-hint">${hint}</span>` : ''
  const fault = message ? html`<span class="fault" id="${id}-fault"!${ours(reader)}>${message}</span>` : ''
  const note = `${more}${fault}`
  if (kind === 'box')
    return html`<label class="inline check" for="${id}">!${control} <span>${field.label}</span></label>!${note}`
  if (kind === 'file')
    return html`<span class="inline file"><label class="hint" for="${id}">!${label}</label>!${control}!${more}</span>!${fault}`
  if (kind === 'group')
    return html`<span class="inline group" id="${id}" role="radiogroup" aria-labelledby="${id}-label"!${message ? ` aria-describedby="${id}-fault"` : ''}><span class="hint" id="${id}-label">!${label}</span>!${control}</span>!${note}`
  return html`<label class="inline" for="${id}"><span class="hint">!${label}</span>!${control}</label>!${pad}!${note}`
}

/** An input on its own line, for a field that is not in the text. */
export function placeOnLine(field: Field, place: Place): string {
  const { id, label, message, control, kind, hint, pad } = place
  const more = hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''
  const fault = message ? html`<p class="fault" id="${id}-fault">${message}</p>` : ''
  const note = `${more}${fault}`
  if (kind === 'box')
    return html`<div class="field check">!${note}<label for="${id}">!${control} <span>${field.label}</span></label></div>`
  if (kind === 'group')
    return html`<fieldset class="field group" id="${id}"!${message ? ` aria-describedby="${id}-fault"` : ''}><legend>!${label}</legend>!${note}!${control}</fieldset>`
  return html`<div class="field"><label for="${id}">!${label}</label>!${note}!${control}!${pad}</div>`
}

/** The label of a field, with a note if the field may stay empty. */
export function labelOf(reader: Reader, { label, required }: Field): string {
  return html`${label}!${required ? '' : html` <span class="optional"!${ours(reader)}>${wordsFor(reader).form.optional}</span>`}`
}

/** The hint about the accepted values of a field, if any. */
export function hintOf(reader: Reader, field: Field): string {
  if (field.patternWords) return field.patternWords
  if (field.type !== 'file') return ''
  const { words, megabytes } = filesTaken(field)
  return wordsFor(reader).sign.file_hint({ types: words.map((word) => word.toUpperCase()).join(', '), megabytes })
}
