import type { PagePlace, PdfAnchor } from '../../core/agreements/sources/index.ts'
import { joinLetters } from './letters.ts'
import { type OpenPage, readDoubles, toPlace, withMemory } from './pdfium.ts'

// Letters that were set one by one may be read with spaces between them. Such a text counts only when it can be a key.
const anchor = /\{\{[^{}]{1,120}\}\}|\{\s{0,2}\{\s{0,2}[a-z](?:\s{0,2}[\w:]){0,100}\s{0,2}\}\s{0,2}\}/gi
const mostAnchors = 2_000

/** The words of a page, and the places of words in double braces. */
export function readWords(page: OpenPage): { text: string; anchors: PdfAnchor[] } {
  const { pdfium } = page
  const words = pdfium.FPDFText_LoadPage(page.page)
  if (words === 0) return { text: '', anchors: [] }
  try {
    const count = pdfium.FPDFText_CountChars(words)
    const text = textOf(page, words, count)
    const found = [...text.matchAll(anchor)].slice(0, mostAnchors)
    const size = { width: pdfium.FPDF_GetPageWidthF(page.page), height: pdfium.FPDF_GetPageHeightF(page.page) }
    const anchors = found.map((match) => ({
      text: match[0].replace(/\s+/g, ''),
      places: joinLetters(lettersOf(page, words, match.index, match[0].length), size),
    }))
    return { text, anchors: anchors.filter(({ places }) => places.length > 0) }
  } finally {
    pdfium.FPDFText_ClosePage(words)
  }
}

// One UTF-16 unit for each character of pdfium, so that an index into the text is the index of a character.
function textOf({ pdfium }: OpenPage, words: number, count: number): string {
  const units = new Uint16Array(count)
  for (let index = 0; index < count; index++) {
    const code = pdfium.FPDFText_GetUnicode(words, index)
    units[index] = code > 0 && code < 0x10000 ? code : 0xfffd
  }
  return Buffer.from(units.buffer).toString('utf16le')
}

/** The place of each letter, in reading order. Spaces have no place. */
function lettersOf(page: OpenPage, words: number, start: number, length: number): PagePlace[] {
  const { pdfium } = page
  return Array.from({ length }, (_, index) =>
    withMemory(pdfium, 32, (at) => {
      if (!pdfium.FPDFText_GetCharBox(words, start + index, at, at + 8, at + 16, at + 24)) return null
      const [left = 0, right = 0, bottom = 0, top = 0] = readDoubles(pdfium, at, 4)
      return right > left && top > bottom ? toPlace(page, { left, top, right, bottom }) : null
    }),
  ).filter((place) => place !== null)
}
