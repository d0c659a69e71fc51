import { html } from 'ghtml'
import { type AgreementDocument, type Field, fieldKinds } from '../../../core/agreements/index.ts'
import { directionOfLanguage } from '../../../writing/index.ts'
import type { Reader } from '../../reader.ts'
import { documentHtml } from '../document-html.ts'
import { ours, wordsFor } from '../words.ts'
import { fieldInput } from './field-inputs.ts'
import { hintOf, labelOf, type Place, placeInText, placeOnLine } from './field-places.ts'
import { idOf } from './form.ts'

type FillingIn = {
  document: AgreementDocument
  language: string
  /** The role whose page it is. */
  role: string
  nameOf(role: string): string
  fields: readonly Field[]
  values: ReadonlyMap<string, string>
}

/**
 * The text as somebody of a role will have it before them: with the controls of their own fields, the blanks of others,
 * and below it those fields that stand nowhere in it. Nothing of it can be sent.
 */
export function fillInPreviewHtml(
  reader: Reader,
  { document, language, role, nameOf, fields, values }: FillingIn,
): string {
  const words = wordsFor(reader).sign
  const placed = new Set<string>()
  const draw = (key: string) => {
    const field = fields.find((one) => one.key === key)
    const value = values.get(key)
    if (field?.role !== role) return value ? html`<span class="filled">${value}</span>` : blankOf(key, field, nameOf)
    if (fieldKinds[field.type].filledBy === 'mark')
      return html`<span class="blank"!${ours(reader)}>${words.below({ label: field.label })}</span>`
    if (placed.has(key)) return html`<span class="blank">${field.label}</span>`
    placed.add(key)
    return placeInText(reader, field, placeOf(reader, field, value))
  }
  const text = documentHtml(reader, document, draw, directionOfLanguage(language))
  const isLeft = ({ key, type, role: whose }: Field) =>
    whose === role && fieldKinds[type].filledBy === 'signer' && !placed.has(key)
  const left = fields.filter(isLeft).map((field) => placeOnLine(field, placeOf(reader, field, values.get(field.key))))
  return left.length === 0 ? text : html`!${text}<h2!${ours(reader)}>${words.more}</h2>!${left.join('')}`
}

function blankOf(key: string, field: Field | undefined, nameOf: (role: string) => string): string {
  return html`<span class="blank">${field ? `${field.label} · ${nameOf(field.role)}` : key}</span>`
}

// Nothing was sent, so nothing is at fault and nothing is drawn.
function placeOf(reader: Reader, field: Field, value = ''): Place {
  const id = idOf(['fields', field.key])
  const { kind, draw } = fieldInput(field)
  const hint = hintOf(reader, field)
  const state = `${field.required ? ' required' : ''}${hint ? ` aria-describedby="${id}-hint"` : ''}`
  const control = draw(field, { reader, id, name: `field.${field.key}`, value, state, isFixed: false })
  return { id, label: labelOf(reader, field), message: undefined, control, kind, hint, pad: '' }
}
