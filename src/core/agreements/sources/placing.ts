import { type Fault, fault } from '../../errors.ts'
import { type Field, fieldKinds } from '../fields/index.ts'
import type { Anchor, PdfFile } from './file.ts'
import type { PagePlace, PdfPage } from './pdf.ts'

const members = ['page', 'x', 'y', 'width', 'height'] as const
/** How far a place may reach over the edge, because of rounded fractions. */
const near = 0.0005
/** Two fields may share at most this part of the smaller one. With more, one hides the other. */
const mostShared = 0.25
/** The least width and height of a field, in points. Nobody could read a smaller field. */
const leastSide = 3

/** The places of a field on the pages: its own place, or each placeholder that names it. */
export function placesOf(field: Field, file: Pick<PdfFile, 'pages' | 'anchors'>): PagePlace[] {
  const { page, x, y, width, height } = field
  if (page !== undefined && x !== undefined && y !== undefined && width !== undefined && height !== undefined)
    return [{ page, x, y, width, height }]
  return file.anchors.filter(({ key }) => key === field.key).flatMap((anchor) => placeAt(field, anchor, file.pages))
}

/** The placeholders that the finished document covers: those that name fields. */
export function coveredPlaces(fields: readonly Field[], file: Pick<PdfFile, 'anchors'>): PagePlace[] {
  const keys = new Set(fields.map(({ key }) => key))
  return file.anchors.filter(({ key }) => keys.has(key)).flatMap(({ places }) => places)
}

/** Puts the field on the line of the placeholder, at its beginning, and within the page. */
function placeAt(field: Field, { places: [first] }: Anchor, pages: readonly PdfPage[]): PagePlace[] {
  const page = first && pages[first.page - 1]
  if (!first || !page) return []
  const { width: wide, height: high } = fieldKinds[field.type].size
  const height = field.height ?? Math.max(high / page.height, Math.min(first.height, 0.1))
  const width =
    field.width ??
    (field.type === 'checkbox' ? (height * page.height) / page.width : Math.max(wide / page.width, first.width))
  const x = Math.max(0, Math.min(first.x, 1 - width))
  const y = Math.max(0, first.y + first.height - height)
  return [{ page: first.page, x, y, width: Math.min(width, 1), height: Math.min(height, 1) }]
}

/** The faults of the places of fields. `file` is null for an agreement in Markdown. */
export function findPlaceFaults(fields: readonly Field[], file: PdfFile | null): Fault[] {
  const faults = fields.flatMap((field, index) => findFaults(field, ['fields', String(index)], file))
  if (faults.length > 0 || !file) return faults
  return [...findSmall(fields, file), ...findHidden(fields, file), ...findStrangers(fields, file)]
}

function findFaults(field: Field, path: string[], file: PdfFile | null): Fault[] {
  const given = members.filter((name) => field[name] !== undefined)
  if (given.length === 0) return []
  if (!file) return [fault([...path, given[0] ?? 'page'], 'place_without_pdf')]
  const { page, x, y, width, height } = field
  if (page === undefined && x === undefined && y === undefined) return []
  const missing = members.filter((name) => field[name] === undefined)
  if (missing.length > 0) return missing.map((name) => fault([...path, name], 'place_incomplete', { name }))
  const pages = file.pages.length
  if (page === undefined || page > pages) return [fault([...path, 'page'], 'place_page', { pages, value: page })]
  const beyond = [
    ...((x ?? 0) + (width ?? 0) > 1 + near ? (['x'] as const) : []),
    ...((y ?? 0) + (height ?? 0) > 1 + near ? (['y'] as const) : []),
  ]
  return beyond.map((name) => fault([...path, name], 'place_off_page', { side: name === 'x' ? 'right' : 'bottom' }))
}

/** A signature in a place of no size would be in the document, and nobody would see it. */
function findSmall(fields: readonly Field[], file: PdfFile): Fault[] {
  return fields.flatMap((field, index) =>
    (['width', 'height'] as const)
      .filter((name) => {
        const given = field[name]
        if (given === undefined) return false
        return placesOf(field, file).some(({ page }) => given * (file.pages[page - 1]?.[name] ?? 0) < leastSide)
      })
      .map((name) => fault(['fields', String(index), name], 'place_small', { least: leastSide, value: field[name] })),
  )
}

function findHidden(fields: readonly Field[], file: PdfFile): Fault[] {
  const placed = fields.flatMap((field, index) => placesOf(field, file).map((place) => ({ field, index, place })))
  const seen = new Set<number>()
  return placed.flatMap(({ field, index, place }, at) => {
    const other = placed.slice(0, at).find((one) => one.index !== index && shared(one.place, place) > mostShared)
    if (!other || seen.has(index)) return []
    seen.add(index)
    const { page } = place
    return [fault(['fields', String(index)], 'place_taken', { key: field.key, other: other.field.key, page })]
  })
}

/** The shared part of two places, as a fraction of the smaller one. */
function shared(one: PagePlace, other: PagePlace): number {
  if (one.page !== other.page) return 0
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  if (width <= 0 || height <= 0) return 0
  return (width * height) / Math.min(one.width * one.height, other.width * other.height)
}

/** The faults of placeholders that name an unknown field or another role. */
function findStrangers(fields: readonly Field[], { anchors }: PdfFile): Fault[] {
  const roles = new Map(fields.map(({ key, role }) => [key, role]))
  return anchors.flatMap(({ key, role, places }, index) => {
    if (anchors.findIndex((one) => one.key === key) < index) return []
    const page = places[0]?.page ?? 1
    const known = roles.get(key)
    if (known === undefined) return [fault(['fileUpload'], 'anchor_unknown', { key, page })]
    return role !== undefined && role !== known
      ? [fault(['fileUpload'], 'anchor_role', { key, role, known, page })]
      : []
  })
}
