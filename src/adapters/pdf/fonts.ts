import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { EmbeddedFont, PDF } from '@libpdf/core'
import type { FaceName } from './theme.ts'

const SERIF = '@expo-google-fonts/source-serif-4'
const SANS = '@expo-google-fonts/source-sans-3'
const FILES: Record<FaceName, string> = {
  serif: `${SERIF}/400Regular/SourceSerif4_400Regular.ttf`,
  serifItalic: `${SERIF}/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`,
  serifBold: `${SERIF}/600SemiBold/SourceSerif4_600SemiBold.ttf`,
  serifBoldItalic: `${SERIF}/600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf`,
  sans: `${SANS}/400Regular/SourceSans3_400Regular.ttf`,
  sansBold: `${SANS}/600SemiBold/SourceSans3_600SemiBold.ttf`,
  mono: 'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
  script: '@expo-google-fonts/dancing-script/500Medium/DancingScript_500Medium.ttf',
  fallback: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  fallbackBold: 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
}

/** Where to look for a character that a face lacks. DejaVu covers most alphabets, arrows, signs and some emoji. */
const NEXT_FACE: Partial<Record<FaceName, FaceName>> = {
  script: 'serifItalic',
  serif: 'fallback',
  serifItalic: 'fallback',
  serifBold: 'fallbackBold',
  serifBoldItalic: 'fallbackBold',
  sans: 'fallback',
  sansBold: 'fallbackBold',
  mono: 'fallback',
  fallbackBold: 'fallback',
}
const REPLACEMENT = '\u{fffd}'

/** What stands for one character: `shown` is the replacement sign when no face has the character. Width in em. */
export type Glyph = { face: FaceName; shown: string; width: number }

/** The typefaces of one PDF: a face is embedded when its first character is asked for. */
export type Typefaces = {
  glyphFor(character: string, wanted: FaceName): Glyph
  fontOf(face: FaceName): EmbeddedFont
  embedded(): EmbeddedFont[]
}

const require = createRequire(import.meta.url)
const fontBytes = new Map<FaceName, Uint8Array>()

function readFont(face: FaceName): Uint8Array {
  const known = fontBytes.get(face)
  if (known) return known
  const bytes = new Uint8Array(readFileSync(require.resolve(FILES[face])))
  fontBytes.set(face, bytes)
  return bytes
}

export function openTypefaces(pdf: PDF): Typefaces {
  const fonts = new Map<FaceName, EmbeddedFont>()
  const glyphs = new Map<FaceName, Map<string, Glyph>>()

  const fontOf = (face: FaceName): EmbeddedFont => {
    const font = fonts.get(face) ?? pdf.embedFont(readFont(face))
    fonts.set(face, font)
    return font
  }

  const findGlyph = (character: string, wanted: FaceName): Glyph => {
    for (let face: FaceName | undefined = wanted; face; face = NEXT_FACE[face]) {
      const font = fontOf(face)
      if (font.canEncode(character)) {
        return { face, shown: character, width: font.getWidth(character.codePointAt(0) ?? 0) / 1000 }
      }
    }
    return character === REPLACEMENT ? { face: wanted, shown: '?', width: 0.5 } : findGlyph(REPLACEMENT, wanted)
  }

  const glyphFor = (character: string, wanted: FaceName): Glyph => {
    const known = glyphs.get(wanted) ?? new Map<string, Glyph>()
    glyphs.set(wanted, known)
    const glyph = known.get(character) ?? findGlyph(character, wanted)
    known.set(character, glyph)
    return glyph
  }

  return { glyphFor, fontOf, embedded: () => [...fonts.values()] }
}
