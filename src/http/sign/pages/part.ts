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

/** What one person has before them to fill in: theirs in a ceremony, or a sender's who looks at it beforehand. */
export type Part = {
  title: string
  fields: readonly Field[]
  /** BCP 47 tag of the agreement's text. */
  language: string
  document: AgreementDocument
  pdf: ShownFile | null
  role: string
  nameOf(role: string): string
  /** Who fills it in, as far as it is known. */
  person: { name: string; email: string }
  /** What was given by others, and the words behind it. */
  given: Ceremony['given']
  fieldValues: Readonly<Record<string, string>>
  proposed: Pick<Ceremony['proposed'], 'values' | 'fixed' | 'files'>
}

/** The agreement with the fields of a part in their places, those that stand nowhere in it, and which of them show. */
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

/** Whether the person fills in a field, and neither their signature nor what is known of them. */
export function isTyped({ type }: Pick<Field, 'type'>): boolean {
  return fieldKinds[type].filledBy === 'signer'
}

/** A field of one's own that is not typed: the way to the signature, or what will stand there. */
function byItself(reader: Reader, field: Field, { person }: Part, isNamed = false): string {
  const { label, type } = field
  const { sign: words } = wordsFor(reader)
  if (fieldKinds[type].filledBy === 'mark')
    return html`<a class="blank" href="#signature"!${ours(reader)}>${words.below({ label })}</a>`
  const value = fieldKinds[type].derive?.({ ...person, day: '' }) ?? ''
  if (value === '') return html`<span class="blank"!${ours(reader)}>${words.by_itself({ label })}</span>`
  return html`!${isNamed ? html`${label}: ` : ''}<span class="filled">${value}</span>`
}

/** A blank of another signer: its value, or whose it is. */
function ofAnother(reader: Reader, field: Field, part: Part): string {
  const known = part.given[field.key]
  if (known === null) return ''
  if (known) return givenHtml(reader, field, known)
  return html`<span class="blank">${field.label} · ${part.nameOf(field.role)}</span>`
}

/** The same beside a picture of the page, where its place does not say which field it is. */
function besideOfAnother(reader: Reader, field: Field, part: Part): string {
  const known = part.given[field.key]
  const isNamed = !known || known.kind === 'checkbox'
  return html`!${isNamed ? '' : html`${field.label}: `}!${ofAnother(reader, field, part)}`
}
