import { html } from 'ghtml'
import {
  type Field,
  fieldKinds,
  type PagePlace,
  pictureWidths,
  placesOf,
  type ShownFile,
} from '../../../core/agreements/index.ts'
import type { Given } from '../../../core/submissions/index.ts'
import type { Reader } from '../../reader.ts'
import { picturesOf } from '../pictures.ts'
import { ours, wordsFor } from '../words.ts'
import type { Shown } from './conditions.ts'
import { idOf } from './form.ts'
import { givenHtml, givenInPlace } from './given.ts'

/** The role that fills in the fields, whether it signs below the pages, and the drawing of a field. */
type Filling = { role: string; signs: boolean; draw(field: Field): string; shown: Shown }

/** The fields of a PDF, and the values of those who have acted. */
type Filled = { fields: readonly Field[]; given: Given }

type Spot = { field: Field; place: PagePlace; given: Given[string] | undefined }

/**
 * The pages of a PDF as pictures, with their words for screen readers and the places of fields. While somebody fills
 * the document in, the fields of each page follow it in reading order.
 */
export function pagesHtml(reader: Reader, file: ShownFile, { fields, given }: Filled, filling?: Filling): string {
  const spots = fields
    .flatMap((field) => placesOf(field, file).map((place): Spot => ({ field, place, given: given[field.key] })))
    .sort((a, b) => a.place.page - b.place.page || a.place.y - b.place.y || a.place.x - b.place.x)
  const firsts = spots.filter(({ field }, index) => spots.findIndex((spot) => spot.field === field) === index)
  const own = firsts.filter(({ field }) => field.role === filling?.role && isActedOn(field))
  return file.pages
    .map((_, index) => {
      const page = index + 1
      const here = firsts.filter(({ place }) => place.page === page)
      const drawn = filling ? here.map(({ field }) => fieldHtml(reader, field, own, filling)).join('') : ''
      const marked = spots.filter(({ place }) => place.page === page)
      return html`!${sheetHtml(reader, file, page, marked, filling)}!${drawn ? html`<div class="page-fields">!${drawn}</div>` : ''}`
    })
    .join('\n')
}

function sheetHtml(reader: Reader, file: ShownFile, page: number, spots: Spot[], filling?: Filling): string {
  const size = file.pages[page - 1] ?? { width: 1, height: 1 }
  const [small, large] = pictureWidths
  const address = (width: number) => `${picturesOf(file.door)}${page}/${width}`
  const label = wordsFor(reader).sign.page_of({ number: page, of: file.pages.length })
  const words = (file.words[page - 1] ?? '').split(/[\r\n]+/).filter((line) => line.trim() !== '')
  // On pages without a form, only this list has the values of the places.
  const said = filling
    ? []
    : spots.flatMap(({ field, given }) =>
        given ? [html`<p>${field.label}: !${givenHtml(reader, field, given)}</p>`] : [],
      )
  return html`<figure class="sheet">
    <img src="${address(small)}" srcset="${address(small)} ${small}w, ${address(large)} ${large}w" sizes="(max-width: 50rem) 100vw, 50rem" width="${Math.round(size.width)}" height="${Math.round(size.height)}" alt="${label}"!${ours(reader)} !${page > 2 ? 'loading="lazy"' : ''}>
    <svg viewBox="0 0 ${size.width} ${size.height}" preserveAspectRatio="none" aria-hidden="true">!${spots.map((spot) => spotHtml(spot, size, filling)).join('')}</svg>
    <div class="unseen">!${words.map((line) => html`<p>${line}</p>`).join('')}!${said.join('')}</div>
  </figure>`
}

function spotHtml({ field, place, given }: Spot, size: { width: number; height: number }, filling?: Filling): string {
  const points = (part: number, of: number) => Math.round(part * of * 100) / 100
  const [x, width] = [points(place.x, size.width), points(place.width, size.width)]
  const [y, height] = [points(place.y, size.height), points(place.height, size.height)]
  if (given !== undefined) return given ? givenInPlace(given, { x, y, width, height }) : ''
  const isOwn = field.role === filling?.role
  const isLed = isOwn && isActedOn(field)
  const box = html`<rect class="${isOwn ? 'own' : 'other'}" x="${x}" y="${y}" width="${width}" height="${height}"><title>${field.label}</title></rect>`
  const part = isLed ? html`<a href="#${placeOf(field)}" tabindex="-1">!${box}</a>` : box
  return filling && field.showIf ? `<g ${filling.shown.attributesOf(field)}>${part}</g>` : part
}

function fieldHtml(reader: Reader, field: Field, own: Spot[], { signs, draw, shown }: Filling): string {
  const at = own.findIndex((spot) => spot.field === field)
  const later = at < 0 ? [] : own.slice(at + 1).map((spot) => spot.field)
  const last = signs ? 'signature' : 'agree'
  const wayTo = (next: Field | undefined) => (next ? placeOf(next) : last)
  // A script that shows other fields follows the chain of links over all fields.
  const way = html`href="#${wayTo(later.find(shown.isShown))}"!${shown.form ? html` data-next="#${wayTo(later[0])}"` : ''}`
  const on =
    at >= 0 && field.type !== 'signature'
      ? html`<a class="next" !${way}!${ours(reader)}>${wordsFor(reader).sign.next_field}</a>`
      : ''
  return shown.wrap(field, html`!${draw(field)}!${on}`, 'div')
}

/** Whether a person does something in a field. Fields that the record fills in need no action. */
function isActedOn({ type }: Field): boolean {
  return fieldKinds[type].filledBy !== 'record'
}

/** The id of the control of a field. */
function placeOf(field: Field): string {
  return field.type === 'signature' ? 'signature' : idOf(['fields', field.key])
}
