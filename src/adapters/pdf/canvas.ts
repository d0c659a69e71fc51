import { ops, type PDF, type PDFImage, type PDFPage, PdfString } from '@libpdf/core'
import type { Typefaces } from './fonts.ts'
import { markContent, type Operator, type Tag, within } from './tags.ts'
import { COLOURS, type Colour, type FaceName, PAGE, TEXT_WIDTH } from './theme.ts'

type Sheet = { page: PDFPage; index: number; drawn: Operator[] }

/**
 * The place where the document grows: sheets from first to last, and a pen that moves down the last one.
 * `top` is the height of the pen above the page's foot; `left` and `width` are the column it writes in, in points.
 */
export type Canvas = {
  pdf: PDF
  faces: Typefaces
  sheets: Sheet[]
  top: number
  left: number
  width: number
  /** Lines to the left of quoted text, as x positions. */
  bars: number[]
  /** Waits for the first line of its list item. */
  marker: { text: string; right: number; tag: Tag } | undefined
  /** The node of the logical structure that is being written; none for decoration. */
  tag: Tag | undefined
  /** How many marked pieces each sheet holds. */
  contents: number[]
}

export function openCanvas(pdf: PDF, faces: Typefaces): Canvas {
  const canvas: Canvas = {
    pdf,
    faces,
    sheets: [],
    top: 0,
    left: PAGE.left,
    width: TEXT_WIDTH,
    bars: [],
    marker: undefined,
    tag: undefined,
    contents: [],
  }
  addSheet(canvas)
  return canvas
}

export function addSheet(canvas: Canvas): void {
  const page = canvas.pdf.addPage({ width: PAGE.width, height: PAGE.height })
  canvas.sheets.push({ page, index: canvas.sheets.length, drawn: [] })
  canvas.top = PAGE.height - PAGE.top
}

/** Points left above the bottom margin. */
export function roomLeft(canvas: Canvas): number {
  return canvas.top - PAGE.bottom
}

export function isSheetEmpty(canvas: Canvas): boolean {
  return canvas.top >= PAGE.height - PAGE.top
}

/** Starts a new sheet unless `height` points fit on this one. An empty sheet is always taken. */
export function ensureRoom(canvas: Canvas, height: number): void {
  if (roomLeft(canvas) < height && !isSheetEmpty(canvas)) addSheet(canvas)
}

/** Moves the pen down, drawing the bars of the quotes around it. */
export function moveDown(canvas: Canvas, height: number): void {
  for (const x of canvas.bars) fillRectangle(canvas, x, canvas.top - height, 1.6, height, COLOURS.hairline)
  canvas.top -= height
}

/** Space between blocks: none at the head of a sheet. */
export function addGap(canvas: Canvas, height: number): void {
  if (!isSheetEmpty(canvas)) moveDown(canvas, Math.min(height, Math.max(0, roomLeft(canvas))))
}

/** Runs `work` with the column moved in by `indent` points. */
export function indented(canvas: Canvas, indent: number, work: () => void): void {
  canvas.left += indent
  canvas.width -= indent
  work()
  canvas.left -= indent
  canvas.width += indent
}

export function currentSheet(canvas: Canvas): Sheet {
  const sheet = canvas.sheets.at(-1)
  if (!sheet) throw new Error('the canvas has no sheet')
  return sheet
}

export type Ink = { face: FaceName; size: number; colour: Colour; tracking?: number }

/** Writes characters that the face is known to have, from x along the baseline. */
export function drawGlyphs(canvas: Canvas, sheet: Sheet, text: string, x: number, baseline: number, ink: Ink): void {
  const font = canvas.faces.fontOf(ink.face)
  const gids = font.encodeTextToGids(text)
  const bytes = new Uint8Array(gids.length * 2)
  gids.forEach((gid, index) => {
    bytes[index * 2] = gid >> 8
    bytes[index * 2 + 1] = gid & 0xff
  })
  push(canvas, sheet, [
    ops.beginText(),
    ops.setFont(`/${sheet.page.registerFont(font)}`, ink.size),
    ops.setCharSpacing(ink.tracking ?? 0),
    ops.setNonStrokingRGB(...ink.colour),
    ops.setTextMatrix(1, 0, 0, 1, round(x), round(baseline)),
    ops.showText(PdfString.fromBytes(bytes)),
    ops.endText(),
  ])
}

function push(canvas: Canvas, sheet: Sheet, drawn: Operator[]): void {
  for (const operator of markContent(canvas, sheet.index, drawn)) sheet.drawn.push(operator)
}

/** Fills a rectangle as decoration. */
export function fillRectangle(
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: Colour,
): void {
  const filled = [
    ops.setNonStrokingRGB(...colour),
    ops.rectangle(round(x), round(y), round(width), round(height)),
    ops.fill(),
  ]
  within(canvas, undefined, () => push(canvas, currentSheet(canvas), filled))
}

/** Draws an image with its lower left corner at x, y. */
export function drawImage(canvas: Canvas, image: PDFImage, x: number, y: number, width: number, height: number): void {
  const sheet = currentSheet(canvas)
  push(canvas, sheet, [
    ops.pushGraphicsState(),
    ops.concatMatrix(round(width), 0, 0, round(height), round(x), round(y)),
    ops.drawXObject(`/${sheet.page.registerImage(image)}`),
    ops.popGraphicsState(),
  ])
}

/** Strokes a line through the points. */
export function strokeLine(canvas: Canvas, points: [number, number][], width: number, colour: Colour): void {
  push(canvas, currentSheet(canvas), [
    ops.setStrokingRGB(...colour),
    ops.setLineWidth(width),
    ops.setLineCap(1),
    ops.setLineJoin(1),
    ...points.map(([x, y], index) => (index === 0 ? ops.moveTo(round(x), round(y)) : ops.lineTo(round(x), round(y)))),
    ops.stroke(),
  ])
}

/** Puts what was drawn on the pages. */
export function closeCanvas(canvas: Canvas): void {
  for (const { page, drawn } of canvas.sheets) page.drawOperators(drawn)
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}
