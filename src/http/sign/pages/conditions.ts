import { html } from 'ghtml'
import { type Field, listShown, readAs } from '../../../core/agreements/index.ts'
import type { Reader } from '../../reader.ts'
import type { Part } from './part.ts'

/** Which fields a page shows, and how it tells its script. */
export type Shown = {
  isShown(field: Pick<Field, 'key'>): boolean
  /** HTML that is there only while a field is shown, where it has a condition. */
  wrap(field: Field, inner: string, tag: 'span' | 'div'): string
  /** The same for a part of a picture: its attributes. */
  attributesOf(field: Field): string
  /** Attributes of the form, and what it sends of the fields with conditions that were shown; empty without any. */
  form: string
  input: string
}

/** Which fields are shown with these values, by the words that the signer has typed so far. */
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

/** What the page's script decides by: it reads what is typed as the server does. What others or the sender have filled in is known. */
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
