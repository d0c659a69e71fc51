import { createRequire } from 'node:module'
import type { Bidi } from 'bidi-js'
import type { Typefaces } from './fonts.ts'
import type { Line } from './lines.ts'
import type { Atom } from './typeset.ts'

// The package's types describe its default export as an ES module, which under Node it is not.
const bidiFactory: () => Bidi = createRequire(import.meta.url)('bidi-js')
const bidi = bidiFactory()
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const FIRST_STRONG = /\p{L}/u
const ISOLATE = { open: '\u2068', close: '\u2069', object: '\ufffc' }

export type Direction = 'ltr' | 'rtl'

/** The text that the algorithm sees, and for each UTF-16 unit of it the piece that is drawn there, if any. */
type Units = { text: string; pieces: (Atom | undefined)[] }

/** The direction of a paragraph: that of its first letter. */
export function directionOf(text: string): Direction {
  return RIGHT_TO_LEFT.test(FIRST_STRONG.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr'
}

/** The atoms of a line in the order they are seen from left to right, by the Unicode bidirectional algorithm. */
export function orderVisually(faces: Typefaces, line: Line, direction: Direction): Atom[] {
  const plain = line.atoms.every((atom) => atom.kind === 'box' || !RIGHT_TO_LEFT.test(atom.text))
  if (direction === 'ltr' && plain) return line.atoms
  const { text, pieces } = splitLine(line)
  const levels = bidi.getEmbeddingLevels(text, direction)
  const mirrored = bidi.getMirroredCharactersMap(text, levels.levels)
  return bidi.getReorderedIndices(text, levels).flatMap((index): Atom[] => {
    const piece = pieces[index]
    if (piece?.kind !== 'glyphs') return piece ? [piece] : []
    const shown = mirrored.get(index) ?? piece.text
    const { width } = faces.glyphFor(shown, piece.face)
    return [{ ...piece, text: shown, width: width * piece.style.size + (piece.style.tracking ?? 0) }]
  })
}

function splitLine(line: Line): Units {
  const units: Units = { text: '', pieces: [] }
  const push = (text: string, piece?: Atom) => {
    units.text += text
    units.pieces.push(piece)
    // The second half of a surrogate pair draws nothing: the first carries both.
    if (text.length === 2) units.pieces.push(undefined)
  }
  let isolated: unknown
  for (const atom of line.atoms) {
    const style = atom.kind === 'glyphs' && atom.style.isolated ? atom.style : undefined
    if (isolated && style !== isolated) push(ISOLATE.close)
    if (style && style !== isolated) push(ISOLATE.open)
    isolated = style
    if (atom.kind === 'box') push(ISOLATE.object, atom)
    else for (const text of atom.text) push(text, { ...atom, text })
  }
  return units
}
