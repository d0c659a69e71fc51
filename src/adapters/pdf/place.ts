import { type Direction, directionOf, orderVisually } from './bidi.ts'
import { type Canvas, currentSheet, drawGlyphs, ensureRoom, fillRectangle, moveDown, strokeLine } from './canvas.ts'
import { breakLines, type Line } from './lines.ts'
import { type Role, tagged, within } from './tags.ts'
import { BODY, type Style } from './theme.ts'
import { type Atom, type Run, typeset } from './typeset.ts'

/** `start` is the side where the paragraph's direction begins. */
export type Align = 'start' | 'left' | 'center' | 'right'

/** Breaks runs into lines over the whole column and writes them as one node of the structure, with no single line left alone on a page. */
export function placeRuns(
  canvas: Canvas,
  runs: Run[],
  leading: number,
  role: Role = 'P',
  align: Align = 'start',
): void {
  const direction = directionOfRuns(runs)
  const lines = breakLines(canvas.faces, runs, canvas.width)
  tagged(canvas, role, () => {
    lines.forEach((line, index) => {
      const height = lineHeight(line, leading)
      const startsPair = index === 0 || index === lines.length - 2
      const after = lines[index + 1]
      ensureRoom(canvas, startsPair && after ? height + lineHeight(after, leading) : height)
      placeLine(canvas, line, { leading, align, direction })
    })
  })
}

/** Height of a line: the leading, or more where a box needs it. */
export function lineHeight(line: Line, leading: number): number {
  return Math.max(leading, line.ascent + 4 + Math.max(line.depth, leading * 0.3))
}

type Placing = { leading: number; align: Align; direction: Direction }

/** Writes one line at the pen and moves the pen below it. */
export function placeLine(canvas: Canvas, line: Line, placing: Placing): void {
  const height = lineHeight(line, placing.leading)
  const baseline = canvas.top - height + Math.max(line.depth, placing.leading * 0.3)
  if (canvas.marker) placeMarker(canvas, baseline)
  placeLineAt(canvas, line, canvas.left, canvas.width, baseline, placing)
  moveDown(canvas, height)
}

/** Writes a line on a baseline, in a column of its own. */
export function placeLineAt(
  canvas: Canvas,
  line: Line,
  left: number,
  width: number,
  baseline: number,
  { align, direction }: Omit<Placing, 'leading'>,
): void {
  const slack = Math.max(0, width - line.width)
  const side = align === 'start' && direction === 'rtl' ? 'right' : align
  let x = left + (side === 'right' ? slack : side === 'center' ? slack / 2 : 0)
  for (const atom of joinAtoms(orderVisually(canvas.faces, line, direction))) {
    if (atom.kind === 'box') atom.draw(canvas, x, baseline)
    else {
      const { style } = atom
      const at = x
      const write = () =>
        drawGlyphs(canvas, currentSheet(canvas), atom.text, at, baseline, { ...style, face: atom.face })
      if (style.href && canvas.tag) tagged(canvas, 'Link', write)
      else write()
      if (style.underline) fillRectangle(canvas, x, baseline - 2.6, atom.width, 0.6, style.underline)
      if (style.href) linkTo(canvas, style.href, x, baseline, atom.width, style.size)
    }
    x += atom.width
  }
}

export function directionOfRuns(runs: Run[]): Direction {
  return directionOf(runs.map((run) => (run.kind === 'text' ? run.text : '')).join(''))
}

/** Writes a short text on one line from x; with `ends`, up to x. */
export function writeText(canvas: Canvas, text: string, x: number, baseline: number, style: Style, ends = false): void {
  const atoms = typeset(canvas.faces, text, style)
  const width = atoms.reduce((sum, atom) => sum + atom.width, 0)
  const line = { atoms, width, ascent: 0, depth: 0 }
  const placing = { align: 'left', direction: directionOf(text) } as const
  placeLineAt(canvas, line, ends ? x - width : x, width, baseline, placing)
}

function placeMarker(canvas: Canvas, baseline: number): void {
  const { marker } = canvas
  if (!marker) return
  canvas.marker = undefined
  within(canvas, marker.tag, () => drawMarker(canvas, marker, baseline))
}

function drawMarker(canvas: Canvas, marker: NonNullable<Canvas['marker']>, baseline: number): void {
  if (marker.text === '') {
    const y = baseline + 3.4
    strokeLine(
      canvas,
      [
        [marker.right - 3, y],
        [marker.right - 3, y],
      ],
      3.2,
      BODY.colour,
    )
  } else writeText(canvas, marker.text, marker.right, baseline, BODY, true)
}

function linkTo(canvas: Canvas, uri: string, x: number, baseline: number, width: number, size: number): void {
  const rect = { x, y: baseline - size * 0.25, width, height: size * 1.1 }
  currentSheet(canvas).page.addLinkAnnotation({ uri, rect, borderWidth: 0 })
}

/** Neighbours of one look become one run: fewer operators, and words that copy out whole. */
function joinAtoms(atoms: Atom[]): Atom[] {
  const joined: Atom[] = []
  for (const atom of atoms) {
    const last = joined.at(-1)
    const joins =
      last?.kind === 'glyphs' && atom.kind === 'glyphs' && last.face === atom.face && last.style === atom.style
    if (joins) joined[joined.length - 1] = { ...last, text: last.text + atom.text, width: last.width + atom.width }
    else joined.push(atom)
  }
  return joined
}
