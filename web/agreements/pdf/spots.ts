import type { Agreement, Field } from '../agreement/draft.ts'
import type { Shown } from '../agreement/use-preview.ts'
import { type Place, placeOf } from './places.ts'

type PdfFile = NonNullable<Agreement['attributes']['file']>

/** A place of a field: its chosen place, or words of the page. A field at words can have several places. */
export type Spot = { index: number; place: Place; isAtWords: boolean; isFirst: boolean }

/**
 * The places of the fields. The draft has the chosen places. For fields at words, the server knows the places; before
 * its answer, a field is at the start of its words.
 */
export function findSpots(fields: readonly Field[], file: PdfFile, shown: Shown | undefined): Spot[] {
  return fields.flatMap((field, index): Spot[] => {
    const own = placeOf(field)
    if (own) return [{ index, place: own, isAtWords: false, isFirst: true }]
    const places = placesAtWords(field, file, shown)
    return places.map((place, at) => ({ index, place, isAtWords: true, isFirst: at === 0 }))
  })
}

function placesAtWords({ key }: Field, { anchors }: PdfFile, shown: Shown | undefined): Place[] {
  const told = shown?.spots?.filter(({ field }) => shown.fields[field]?.key === key && !isPut(shown.fields[field]))
  if (told && told.length > 0) return told.map(({ field: _, ...place }) => place)
  return anchors.filter((anchor) => anchor.key === key).map(({ key: _, ...place }) => place)
}

const isPut = (field: Field | undefined) => field !== undefined && placeOf(field) !== null

/** Fields in reading order. Fields without a place come last. */
export function inReadingOrder(
  fields: readonly Field[],
  spots: readonly Spot[],
): { index: number; page: number | null }[] {
  const rankOf = (index: number) => {
    const place = spots.find((spot) => spot.index === index && spot.isFirst)?.place
    return place ? { page: place.page, rank: place.page * 1_000 + Math.round(place.y * 100) * 2 + place.x } : null
  }
  return fields
    .map((_, index) => ({ index, at: rankOf(index) }))
    .sort(
      (one, other) => (one.at?.rank ?? Number.POSITIVE_INFINITY) - (other.at?.rank ?? Number.POSITIVE_INFINITY) || 0,
    )
    .map(({ index, at }) => ({ index, page: at?.page ?? null }))
}
