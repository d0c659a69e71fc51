import { html } from 'ghtml'
import type { AgreementDocument, Field, ShownFile } from '../../../core/agreements/index.ts'
import { fieldKinds } from '../../../core/agreements/index.ts'
import type { Ceremony } from '../../../core/ceremony/index.ts'
import { directionOfLanguage } from '../../../writing/index.ts'
import type { Reader } from '../../reader.ts'
import { documentHtml } from '../document-html.ts'
import { ours, wordsFor } from '../words.ts'
import { type Shown, showBy } from './conditions.ts'
import type { Entered } from './form.ts'
import { givenHtml } from './given.ts'
import { drawingOf, inPlace, labelled, shownValue } from './own-fields.ts'
import { pagesHtml } from './pdf-pages.ts'

/** The page that one person fills in: a signer in a ceremony, or a sender who looks at it beforehand. */
export type Part = {
  title: string
  fields: readonly Field[]
  /** BCP 47 tag of the agreement's text. */
  language: string
  document: AgreementDocument
  pdf: ShownFile | null
  role: string
  nameOf(role: string): string
  /** The person who fills it in, as far as known. */
  person: { name: string; email: string }
  /** The values of others as the document shows them, and the values as they were typed. */
  given: Ceremony['given']
  fieldValues: Readonly<Record<string, string>>
  proposed: Pick<Ceremony['proposed'], 'values' | 'fixed' | 'files'>
}

/**
 * The agreement with the fields of a part in their places, the fields without a place in it, and the fields that are
 * shown.
 */
export function partHtml(reader: Reader, part: Part, entered: Entered): { shown: Shown; paper: string; rest: string } {
  const { fields: all, role } = part
  const fields = all.filter((field) => field.role === role)
  const typedOf = (field: Field) => drawingOf(field, part, entered) || shownValue(reader, field, part, entered)
  const shown = showBy(reader, part, typedOf)
  const placed = new Set<string>()
  const draw = (key: string) => {
    const field = all.find((candidate) => candidate.key === key)
    if (!field) return html`<span class="blank">${key}</span>`
    if (field.role !== role) return shown.wrap(field, ofAnother(reader, field, part), 'span')
    if (!isTyped(field)) return shown.wrap(field, byItself(reader, field, part), 'span')
    if (placed.has(key)) return shown.wrap(field, html`<span class="blank">${field.label}</span>`, 'span')
    placed.add(key)
    return shown.wrap(field, inPlace(reader, field, part, entered), 'span')
  }
  const drawBeside = (field: Field) => {
    if (field.role !== role) return html`<p class="other">!${besideOfAnother(reader, field, part)}</p>`
    placed.add(field.key)
    return isTyped(field)
      ? labelled(reader, field, part, entered)
      : html`<p>!${byItself(reader, field, part, true)}</p>`
  }
  const { pdf, given, language } = part
  const signs = fields.some(({ type }) => fieldKinds[type].filledBy === 'mark')
  const direction = directionOfLanguage(language)
  const text = pdf
    ? pagesHtml(reader, pdf, { fields: all, given }, { role, signs, draw: drawBeside, shown })
    : documentHtml(reader, part.document, draw, direction)
  const left = fields.filter((field) => isTyped(field) && !placed.has(field.key))
  const paper = html`<section class="paper" aria-label="${wordsFor(reader).first.agreement}" lang="${language}" dir="${direction}"><p class="title">${part.title}</p>!${text}</section>`
  const drawn = left.map((field) => shown.wrap(field, labelled(reader, field, part, entered), 'div')).join('')
  return { shown, paper, rest: drawn && html`<h2>${wordsFor(reader).sign.more}</h2>!${drawn}` }
}

/** Whether the person fills in a field themself. A signature and the record of the person do not count. */
export function isTyped({ type }: Pick<Field, 'type'>): boolean {
  return fieldKinds[type].filledBy === 'signer'
}

/** A person's own field that is not typed: the link to the signature, or the future value. */
function byItself(reader: Reader, field: Field, { person }: Part, isNamed = false): string {
  const { label, type } = field
  const { sign: words } = wordsFor(reader)
  if (fieldKinds[type].filledBy === 'mark')
    return html`<a class="blank" href="#signature"!${ours(reader)}>${words.below({ label })}</a>`
  const value = fieldKinds[type].derive?.({ ...person, day: '' }) ?? ''
  if (value === '') return html`<span class="blank"!${ours(reader)}>${words.by_itself({ label })}</span>`
  return html`!${isNamed ? html`${label}: ` : ''}<span class="filled">${value}</span>`
}

/** A blank of another signer: its value, or the name of its role. */
function ofAnother(reader: Reader, field: Field, part: Part): string {
  const known = part.given[field.key]
  if (known === null) return ''
  if (known) return givenHtml(reader, field, known)
  return html`<span class="blank">${field.label} · ${part.nameOf(field.role)}</span>`
}

/** The same beside a picture of the page, where the place does not name the field. */
function besideOfAnother(reader: Reader, field: Field, part: Part): string {
  const known = part.given[field.key]
  const isNamed = !known || known.kind === 'checkbox'
  return html`!${isNamed ? '' : html`${field.label}: `}!${ofAnother(reader, field, part)}`
}
