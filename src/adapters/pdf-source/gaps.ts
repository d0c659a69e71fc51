import type { PDF } from '@libpdf/core'
import { reach } from './reach.ts'

/** Where pages lead beside to what is drawn on them. */
const elsewhere = new Set(['Parent', 'P', 'StructParent', 'Dest', 'A', 'AA', 'B', 'Popup', 'IRT'])

/**
 * Whether something that the pages are drawn with is not in the file. A file may name what it does not have, and most often
 * means nothing by it; one whose table of objects had to be guessed has lost it.
 */
export function hasGaps(pdf: PDF): boolean {
  const pages = pdf.getPages().map(({ dict }) => dict)
  for (const object of reach(pdf, pages, (name) => elsewhere.has(name))) if (object === null) return true
  return false
}
