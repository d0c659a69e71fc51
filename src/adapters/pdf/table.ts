import type { Block, FinishedField, Inline } from '../../core/agreements/document/index.ts'
import type { Direction } from './bidi.ts'
import { addSheet, type Canvas, ensureRoom, fillRectangle, isSheetEmpty, moveDown, roomLeft } from './canvas.ts'
import { breakLines, type Line } from './lines.ts'
import { type Align, directionOfRuns, lineHeight, placeLineAt } from './place.ts'
import { runsOf } from './runs.ts'
import { type Tag, within } from './tags.ts'
import { COLOURS, type Style } from './theme.ts'
import type { Run } from './typeset.ts'

type Table = Block & { kind: 'table' }
type Fields = Record<string, FinishedField>
type Cell = { lines: Line[]; align: Align; direction: Direction; tag: Tag }
type Row = { cells: Cell[]; bands: number[] }

const CELL: Style = { face: 'serif', size: 9.5, colour: COLOURS.ink }
const HEAD: Style = { face: 'sansBold', size: 8.5, colour: COLOURS.ink }
const LEADING = 13
const PAD = { side: 6, above: 4, below: 4 }
const TALL_ROW = 160

/** A table over the whole column; its header comes again on every page. A row is cut only if it is tall. */
export function placeTable(canvas: Canvas, table: Table, fields: Fields): void {
  const setRow = (row: Inline[][], style: Style) => row.map((cell) => runsOf(canvas, cell, fields, style))
  const head = setRow(table.header, HEAD)
  const body = table.rows.map((row) => setRow(row, CELL))
  const widths = columnWidths(canvas, [head, ...body])
  const header = layRow(canvas, head, widths, table.align, 'TH')
  const placeHeader = () => placeBand(canvas, header, widths, 0, header.bands.length, COLOURS.shade)
  // Only the first header is read aloud: those on later pages are for the eye.
  const repeatHeader = () => within(canvas, undefined, placeHeader)
  ensureRoom(canvas, heightOf(header) + 2 * LEADING + PAD.above + PAD.below)
  canvas.marker = undefined
  placeHeader()
  for (const runs of body) placeRow(canvas, layRow(canvas, runs, widths, table.align, 'TD'), widths, repeatHeader)
}

/** Each column gets its longest word, then shares what is left by how much text it holds. */
function columnWidths(canvas: Canvas, rows: Run[][][]): number[] {
  const columns = rows[0]?.length ?? 0
  const room = canvas.width - columns * PAD.side * 2
  const fair = room / columns
  const wanted: number[] = []
  for (let column = 0; column < columns; column++) {
    let widest = 8
    for (const row of rows) {
      for (const line of breakLines(canvas.faces, row[column] ?? [], room)) widest = Math.max(widest, line.width)
    }
    wanted.push(widest + 0.5)
  }
  const total = wanted.reduce((sum, width) => sum + width, 0)
  if (total <= room) return wanted.map((width) => width + ((room - total) * width) / total + PAD.side * 2)
  const narrow = wanted.filter((width) => width <= fair).reduce((sum, width) => sum + width, 0)
  const wide = total - narrow
  return wanted.map((width) => (width <= fair ? width : ((room - narrow) * width) / wide) + PAD.side * 2)
}

function layRow(canvas: Canvas, runs: Run[][], widths: number[], align: Table['align'], role: 'TH' | 'TD'): Row {
  const cells = runs.map(
    (cell, column): Cell => ({
      lines: breakLines(canvas.faces, cell, (widths[column] ?? 0) - PAD.side * 2),
      align: align[column] === 'left' ? 'start' : (align[column] ?? 'start'),
      direction: directionOfRuns(cell),
      tag: { role, children: [] },
    }),
  )
  canvas.tag?.children.push({ role: 'TR', children: cells.map((cell) => cell.tag) })
  const count = Math.max(1, ...cells.map((cell) => cell.lines.length))
  const bands = Array.from({ length: count }, (_, index) =>
    Math.max(LEADING, ...cells.map((cell) => (cell.lines[index] ? lineHeight(cell.lines[index], LEADING) : 0))),
  )
  return { cells, bands }
}

function heightOf(row: Row, from = 0, to = row.bands.length): number {
  return row.bands.slice(from, to).reduce((sum, band) => sum + band, PAD.above + PAD.below)
}

function placeRow(canvas: Canvas, row: Row, widths: number[], placeHeader: () => void): void {
  for (let from = 0; from < row.bands.length; ) {
    let to = from
    let height = PAD.above + PAD.below
    while (to < row.bands.length && height + (row.bands[to] ?? 0) <= roomLeft(canvas)) height += row.bands[to++] ?? 0
    const whole = from === 0 && to === row.bands.length
    if (!whole && (to === from || (from === 0 && heightOf(row) <= TALL_ROW)) && !isSheetEmpty(canvas)) {
      addSheet(canvas)
      placeHeader()
      if (roomLeft(canvas) >= heightOf(row, from, from + 1)) continue
      to = from + 1
    }
    placeBand(canvas, row, widths, from, Math.max(to, from + 1))
    from = Math.max(to, from + 1)
  }
}

/** Writes the lines `from` up to `to` of a row at the pen. */
function placeBand(
  canvas: Canvas,
  row: Row,
  widths: number[],
  from: number,
  to: number,
  shade?: typeof COLOURS.shade,
): void {
  const height = heightOf(row, from, to)
  if (shade) fillRectangle(canvas, canvas.left, canvas.top - height, canvas.width, height, shade)
  let left = canvas.left
  row.cells.forEach((cell, column) => {
    const width = widths[column] ?? 0
    let y = canvas.top - PAD.above
    for (let index = from; index < to; index++) {
      const line = cell.lines[index]
      y -= row.bands[index] ?? 0
      const baseline = y + Math.max(line?.depth ?? 0, LEADING * 0.3)
      const at = left + PAD.side
      if (line) {
        within(canvas, canvas.tag && cell.tag, () =>
          placeLineAt(canvas, line, at, width - PAD.side * 2, baseline, cell),
        )
      }
    }
    left += width
  })
  moveDown(canvas, height)
  fillRectangle(canvas, canvas.left, canvas.top, canvas.width, 0.5, COLOURS.hairline)
}
