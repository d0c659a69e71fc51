import { html } from 'ghtml'
import { type Field, listShown, readAs } from '../../../core/agreements/index.ts'
import type { Reader } from '../../reader.ts'
import type { Part } from './part.ts'

/** The fields that a page shows, and the input of its script. */
export type Shown = {
  isShown(field: Pick<Field, 'key'>): boolean
  /** Wraps HTML that is shown only while a field with a condition is shown. */
  wrap(field: Field, inner: string, tag: 'span' | 'div'): string
  /** The attributes that do the same for a part of a picture. */
  attributesOf(field: Field): string
  /**
   * The attributes of the form, and its input about the shown fields with conditions; both are empty without
   * conditions.
   */
  form: string
  input: string
}

/** Finds the fields that are shown with these values, and with the typed values of the signer. */
export function showBy(
  reader: Reader,
  { fields, role, fieldValues, proposed }: Part,
  typedOf: (field: Field) => string,
): Shown {
  const isOwn = (field: Field) => field.role === role
  const isKnown = (field: Field) => !isOwn(field) || proposed.fixed.has(field.key) || field.type === 'file'
  const sent = Object.fromEntries(proposed.files.map(({ field, name }) => [field, name]))
  const values = fields.map((field): [string, string] => [
    field.key,
    isOwn(field) ? readAs(field, typedOf(field), reader.locale) : (fieldValues[field.key] ?? ''),
  ])
  const shown = listShown(fields, new Map(values))
  const attributesOf = ({ key, showIf }: Field) =>
    showIf ? html`data-field="${key}"!${shown.has(key) ? '' : ' hidden'}` : ''
  const asked = fields.filter((field) => isOwn(field) && field.showIf && shown.has(field.key)).map(({ key }) => key)
  const hasConditions = fields.some(({ showIf }) => showIf)
  return {
    isShown: ({ key }) => shown.has(key),
    attributesOf,
    wrap: (field, inner, tag) => (field.showIf ? `<${tag} ${attributesOf(field)}>${inner}</${tag}>` : inner),
    form: hasConditions
      ? html`data-rules="${JSON.stringify(rulesOf(reader, fields, isKnown, { ...proposed.values, ...sent, ...fieldValues }))}"`
      : '',
    input: hasConditions ? html`<input type="hidden" name="asked" value="${asked.join(' ')}">` : '',
  }
}

/**
 * The rules by which the page's script decides. The script reads typed values as the server does, and knows the values
 * of others and of the sender.
 */
function rulesOf(
  { locale }: Reader,
  fields: readonly Field[],
  isKnown: (field: Field) => boolean,
  filled: Readonly<Record<string, string>>,
) {
  const named = new Set(fields.flatMap(({ showIf }) => (showIf ? [showIf.field] : [])))
  const known = fields.filter((field) => isKnown(field) && named.has(field.key))
  return {
    fields: fields.map(({ key, type, multiline, choices, showIf }) => ({ key, type, multiline, choices, showIf })),
    known: Object.fromEntries(known.map(({ key }) => [key, filled[key] ?? ''])),
    locale,
  }
}
