import type { Block, FinishedField, Inline } from '../../core/agreements/document/index.ts'
import { addGap, type Canvas, ensureRoom, fillRectangle, indented, moveDown } from './canvas.ts'
import { breakLines, cutLines } from './lines.ts'
import { lineHeight, placeLine, placeRuns } from './place.ts'
import { runsOf } from './runs.ts'
import { placeTable } from './table.ts'
import { type Tag, tagged } from './tags.ts'
import { BODY, BODY_LEADING, CODE, COLOURS, HEADINGS } from './theme.ts'

type Fields = Record<string, FinishedField>

const GAP = 7
const HEADING_ROLES = { 1: 'H1', 2: 'H2', 3: 'H3', 4: 'H4', 5: 'H5', 6: 'H6' } as const
const CODE_LEADING = 12

/** Writes blocks below each other; `gap` is the space between them in points. */
export function placeBlocks(canvas: Canvas, blocks: Block[], fields: Fields, gap = GAP): void {
  blocks.forEach((block, index) => {
    if (index > 0 && block.kind !== 'heading') addGap(canvas, gap)
    placeBlock(canvas, block, fields)
  })
}

function placeBlock(canvas: Canvas, block: Block, fields: Fields): void {
  switch (block.kind) {
    case 'heading':
      placeHeading(canvas, block.level, block.children, fields)
      break
    case 'paragraph':
      placeRuns(canvas, runsOf(canvas, block.children, fields, BODY), BODY_LEADING)
      break
    case 'list':
      tagged(canvas, 'L', () => placeList(canvas, block, fields))
      break
    case 'quote':
      tagged(canvas, 'BlockQuote', () => placeQuote(canvas, block.children, fields))
      break
    case 'code':
      tagged(canvas, 'Code', () => placeCode(canvas, block.text))
      break
    case 'table':
      tagged(canvas, 'Table', () => placeTable(canvas, block, fields))
      break
    case 'rule':
      ensureRoom(canvas, 16)
      moveDown(canvas, 8)
      fillRectangle(canvas, canvas.left, canvas.top, canvas.width, 0.6, COLOURS.hairline)
      moveDown(canvas, 8)
  }
}

/** A heading stays on the page of the two lines that follow it. */
export function placeHeading(canvas: Canvas, level: keyof typeof HEADINGS, children: Inline[], fields: Fields): void {
  const look = HEADINGS[level]
  const runs = runsOf(canvas, children, fields, look.style)
  const lines = breakLines(canvas.faces, runs, canvas.width).reduce(
    (sum, line) => sum + lineHeight(line, look.leading),
    0,
  )
  addGap(canvas, look.before)
  ensureRoom(canvas, Math.min(lines, 200) + look.after + 2 * BODY_LEADING)
  placeRuns(canvas, runs, look.leading, HEADING_ROLES[level])
  moveDown(canvas, look.after)
}

function placeList(canvas: Canvas, list: Block & { kind: 'list' }, fields: Fields): void {
  const last = String(list.start + list.items.length - 1)
  const indent = list.ordered ? Math.max(20, 10 + last.length * 6) : 16
  const loose = list.items.some((item) => item.filter((block) => block.kind === 'paragraph').length > 1)
  list.items.forEach((item, index) => {
    if (index > 0) addGap(canvas, loose ? GAP : 3)
    const right = canvas.left + indent - 6
    const label: Tag = { role: 'Lbl', children: [] }
    tagged(canvas, 'LI', () => {
      canvas.tag?.children.push(label)
      canvas.marker = { text: list.ordered ? `${list.start + index}.` : '', right, tag: label }
      indented(canvas, indent, () => tagged(canvas, 'LBody', () => placeBlocks(canvas, item, fields, loose ? GAP : 3)))
      if (canvas.marker) placeEmptyItem(canvas)
    })
  })
}

function placeEmptyItem(canvas: Canvas): void {
  ensureRoom(canvas, BODY_LEADING)
  const line = { atoms: [], width: 0, ascent: 0, depth: 0 }
  placeLine(canvas, line, { leading: BODY_LEADING, align: 'start', direction: 'ltr' })
}

function placeQuote(canvas: Canvas, blocks: Block[], fields: Fields): void {
  canvas.bars.push(canvas.left + 2)
  indented(canvas, 16, () => placeBlocks(canvas, blocks, fields))
  canvas.bars.pop()
}

function placeCode(canvas: Canvas, text: string): void {
  for (const source of text.split('\n')) {
    const lines = cutLines(canvas.faces, source.replaceAll('\t', '    '), CODE, canvas.width - 16)
    for (const line of lines) {
      ensureRoom(canvas, CODE_LEADING)
      fillRectangle(canvas, canvas.left, canvas.top - CODE_LEADING, canvas.width, CODE_LEADING, COLOURS.shade)
      indented(canvas, 8, () => placeLine(canvas, line, { leading: CODE_LEADING, align: 'start', direction: 'ltr' }))
    }
  }
}
