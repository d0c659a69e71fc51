import { shapeArabic } from './arabic.ts'
import type { Canvas } from './canvas.ts'
import type { Typefaces } from './fonts.ts'
import type { FaceName, Style } from './theme.ts'

/** Characters of one face and style. `width` in points. */
export type Glyphs = { kind: 'glyphs'; text: string; face: FaceName; style: Style; width: number }

/** Something drawn inside a line: it stands `height` above the baseline and hangs `depth` below. */
export type Box = {
  kind: 'box'
  width: number
  height: number
  depth: number
  draw: (canvas: Canvas, x: number, baseline: number) => void
}

export type Atom = Glyphs | Box

/** What a paragraph is made of before it is broken into lines. */
export type Run = { kind: 'text'; text: string; style: Style } | Box | { kind: 'break' }

// Controls, direction marks, joiners and variation selectors have no picture of their own.
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\p{Variation_Selector}]/gu

/** Chooses a glyph for each character, from another face where the wanted one lacks it. */
export function typeset(faces: Typefaces, text: string, style: Style): Glyphs[] {
  const atoms: Glyphs[] = []
  let last: Glyphs | undefined
  for (const character of shapeArabic(text.normalize('NFC')).replace(INVISIBLE, '')) {
    const glyph = faces.glyphFor(character, style.face)
    const width = glyph.width * style.size + (style.tracking ?? 0)
    if (last && last.face === glyph.face) {
      last.text += glyph.shown
      last.width += width
    } else {
      last = { kind: 'glyphs', text: glyph.shown, face: glyph.face, style, width }
      atoms.push(last)
    }
  }
  return atoms
}

/** Width in points of a text set on one line. */
export function measure(faces: Typefaces, text: string, style: Style): number {
  return typeset(faces, text, style).reduce((sum, atom) => sum + atom.width, 0)
}
