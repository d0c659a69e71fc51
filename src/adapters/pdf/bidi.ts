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

export type Direction = 'ltr' | 'rtl'

/** The direction of a paragraph: that of its first letter. */
export function directionOf(text: string): Direction {
  return RIGHT_TO_LEFT.test(FIRST_STRONG.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr'
}

/** The atoms of a line in the order they are seen from left to right, by the Unicode bidirectional algorithm. */
export function orderVisually(faces: Typefaces, line: Line, direction: Direction): Atom[] {
  const text = line.atoms.map((atom) => (atom.kind === 'glyphs' ? atom.text : '\u{fffc}')).join('')
  if (direction === 'ltr' && !RIGHT_TO_LEFT.test(text)) return line.atoms
  const pieces = line.atoms.flatMap(splitAtom)
  const levels = bidi.getEmbeddingLevels(text, direction)
  const mirrored = bidi.getMirroredCharactersMap(text, levels.levels)
  const ordered: Atom[] = []
  for (const index of bidi.getReorderedIndices(text, levels)) {
    const piece = pieces[index]
    if (!piece) continue
    const last = ordered.at(-1)
    if (piece.kind === 'box') ordered.push(piece)
    else {
      const shown = mirrored.get(index) ?? piece.text
      const width = faces.glyphFor(shown, piece.face).width * piece.style.size + (piece.style.tracking ?? 0)
      const joins = last?.kind === 'glyphs' && last.face === piece.face && last.style === piece.style
      if (joins) {
        last.text += shown
        last.width += width
      } else ordered.push({ ...piece, text: shown, width })
    }
  }
  return ordered
}

/** One entry for each UTF-16 unit: the second half of a surrogate pair is undefined, the first carries both. */
function splitAtom(atom: Atom): (Atom | undefined)[] {
  if (atom.kind === 'box') return [atom]
  return [...atom.text].flatMap((text) => {
    const piece: Atom = { ...atom, text }
    return text.length === 2 ? [piece, undefined] : [piece]
  })
}
