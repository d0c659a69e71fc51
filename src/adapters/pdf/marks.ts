import type { Mark } from '../../core/agreements/document/index.ts'
import { type Canvas, drawImage, fillRectangle, round, strokeLine } from './canvas.ts'
import { writeText } from './place.ts'
import { tagged } from './tags.ts'
import { COLOURS, type Style } from './theme.ts'
import { type Box, measure } from './typeset.ts'

const SCRIPT: Style = { face: 'script', size: 24, colour: COLOURS.filled }
/** A picture of more pixels than this is no drawn mark; decoding it would cost memory without bound. */
const MAX_MARK_PIXELS = 4_000_000

/** An empty place on a line, `width` points long. */
export function blankBox(width: number): Box {
  return {
    kind: 'box',
    width,
    height: 0,
    depth: 0,
    draw: (canvas, x, baseline) => fillRectangle(canvas, x, baseline - 2.6, width, 0.6, COLOURS.muted),
  }
}

/** A check box, ticked or empty. */
export function checkBox(checked: boolean): Box {
  const size = 9.5
  return {
    kind: 'box',
    width: size + 1,
    height: size,
    depth: 1.5,
    draw: (canvas, x, baseline) =>
      tagged(
        canvas,
        'Figure',
        () => drawCheckBox(canvas, x, baseline - 1.5, size, checked),
        checked ? 'ticked' : 'not ticked',
      ),
  }
}

function drawCheckBox(canvas: Canvas, x: number, y: number, size: number, checked: boolean): void {
  const corners: [number, number][] = [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ]
  strokeLine(canvas, corners, 0.8, COLOURS.ink)
  if (!checked) return
  const tick: [number, number][] = [
    [x + 2.1, y + 4.6],
    [x + 4.1, y + 2.3],
    [x + 7.6, y + 7.4],
  ]
  strokeLine(canvas, tick, 1.5, COLOURS.filled)
}

/** A signature on its line. The mark shrinks to fit into `width` and `height` points, and is never left out. */
export function markBox(canvas: Canvas, mark: Mark, width: number, height: number): Box {
  const draw = mark.kind === 'typed' ? typedMark(canvas, mark.name, width) : drawnMark(canvas, mark.png, width, height)
  return {
    kind: 'box',
    width,
    height,
    depth: 4,
    draw: (target, x, baseline) => {
      fillRectangle(target, x, baseline - 3, width, 0.7, COLOURS.muted)
      draw(target, x, baseline)
    },
  }
}

function typedMark(canvas: Canvas, name: string, width: number): Box['draw'] {
  const natural = measure(canvas.faces, name, SCRIPT)
  const size = Math.min(SCRIPT.size, (SCRIPT.size * (width - 8)) / natural)
  const style = { ...SCRIPT, size: round(size) }
  return (target, x, baseline) => writeText(target, name, x + 4, baseline + 3, style)
}

function drawnMark(canvas: Canvas, png: Uint8Array, width: number, height: number): Box['draw'] {
  refuseHugePng(png)
  const image = canvas.pdf.embedPng(png)
  const scale = Math.min((width - 8) / image.width, height / image.height)
  return (target, x, baseline) => {
    tagged(
      target,
      'Figure',
      () => drawImage(target, image, x + 4, baseline - 2, image.width * scale, image.height * scale),
      'drawn signature',
    )
  }
}

/** Reads width and height where the PNG format puts them: in its first chunk, at bytes 16 and 20. */
function refuseHugePng(png: Uint8Array): void {
  if (png.length < 24) throw new Error('the drawn mark is not a PNG file')
  const header = new DataView(png.buffer, png.byteOffset, 24)
  const [width, height] = [header.getUint32(16), header.getUint32(20)]
  if (width === 0 || height === 0 || width * height > MAX_MARK_PIXELS) {
    throw new Error(`the drawn mark has ${width} by ${height} pixels, which is not between 1 and ${MAX_MARK_PIXELS}`)
  }
}
