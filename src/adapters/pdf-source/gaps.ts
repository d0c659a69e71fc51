import type { PDF } from '@libpdf/core'
import { reach } from './reach.ts'

/** The entries of a page that lead to objects which are not drawn on it. */
const elsewhere = new Set(['Parent', 'P', 'StructParent', 'Dest', 'A', 'AA', 'B', 'Popup', 'IRT'])

/**
 * Whether the file lacks an object that its pages are drawn with. Many files name missing objects without harm. But
 * when the table of objects had to be guessed, a missing object was lost.
 */
export function hasGaps(pdf: PDF): boolean {
  const pages = pdf.getPages().map(({ dict }) => dict)
  for (const object of reach(pdf, pages, (name) => elsewhere.has(name))) if (object === null) return true
  return false
}
