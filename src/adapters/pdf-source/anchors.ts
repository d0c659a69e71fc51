import type { PagePlace, PdfAnchor } from '../../core/agreements/sources/index.ts'
import { type OpenPage, readDoubles, toPlace, withMemory } from './pdfium.ts'

const anchor = /\{\{[^{}]{1,120}\}\}/g
const mostAnchors = 2_000

/** The words of a page, and the places of those in double braces. */
export function readWords(page: OpenPage): { text: string; anchors: PdfAnchor[] } {
  const { pdfium } = page
  const words = pdfium.FPDFText_LoadPage(page.page)
  if (words === 0) return { text: '', anchors: [] }
  try {
    const count = pdfium.FPDFText_CountChars(words)
    const text = textOf(page, words, count)
    const found = [...text.matchAll(anchor)].slice(0, mostAnchors)
    const anchors = found.map((match) => ({
      text: match[0].replace(/\s+/g, ''),
      places: placesOf(page, words, match.index, match[0].length),
    }))
    return { text, anchors: anchors.filter(({ places }) => places.length > 0) }
  } finally {
    pdfium.FPDFText_ClosePage(words)
  }
}

// One unit of UTF-16 for each character of pdfium, so that an index into the text is one of its characters.
function textOf({ pdfium }: OpenPage, words: number, count: number): string {
  const units = new Uint16Array(count)
  for (let index = 0; index < count; index++) {
    const code = pdfium.FPDFText_GetUnicode(words, index)
    units[index] = code > 0 && code < 0x10000 ? code : 0xfffd
  }
  return Buffer.from(units.buffer).toString('utf16le')
}

function placesOf(page: OpenPage, words: number, start: number, length: number): PagePlace[] {
  const { pdfium } = page
  const count = Math.min(pdfium.FPDFText_CountRects(words, start, length), 20)
  const places: PagePlace[] = []
  for (let index = 0; index < count; index++) {
    withMemory(pdfium, 32, (at) => {
      if (!pdfium.FPDFText_GetRect(words, index, at, at + 8, at + 16, at + 24)) return
      const [left = 0, top = 0, right = 0, bottom = 0] = readDoubles(pdfium, at, 4)
      places.push(toPlace(page, { left, top, right, bottom }))
    })
  }
  return joinLines(places)
}

// Pieces of one line are one place: letters that were set one by one come one by one.
function joinLines(places: PagePlace[]): PagePlace[] {
  const lines: PagePlace[] = []
  for (const place of places) {
    const line = lines.find((known) => Math.abs(known.y - place.y) < Math.max(known.height, place.height) / 2)
    if (!line) {
      lines.push({ ...place })
      continue
    }
    const right = Math.max(line.x + line.width, place.x + place.width)
    const bottom = Math.max(line.y + line.height, place.y + place.height)
    line.x = Math.min(line.x, place.x)
    line.y = Math.min(line.y, place.y)
    line.width = right - line.x
    line.height = bottom - line.y
  }
  return lines
}
