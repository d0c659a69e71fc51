/** One line of the pen: x and y of each point in turn. */
export type Stroke = readonly number[]

/** A drawn mark: strokes on a pad of a size in CSS pixels, so that it looks the same on every screen and in print. */
export type Drawing = { width: number; height: number; strokes: readonly Stroke[] }

/** The canonical form of a drawing, which is stored, sealed and hashed. */
export function writeDrawing({ width, height, strokes }: Drawing): string {
  return JSON.stringify({ width, height, strokes })
}

/** The width of the pen in CSS pixels. */
export const penWidth = 2.2

/** A stroke as an SVG path. It runs smoothly through the midpoints between its points. */
export function pathOf(stroke: Stroke): string {
  const [x = 0, y = 0] = stroke
  if (stroke.length < 4) return `M${x} ${y}h.01`
  const curves: string[] = []
  for (let at = 2; at < stroke.length - 2; at += 2) {
    const [a = 0, b = 0, c = 0, d = 0] = stroke.slice(at, at + 4)
    curves.push(`Q${a} ${b} ${round((a + c) / 2)} ${round((b + d) / 2)}`)
  }
  return `M${x} ${y}${curves.join('')}L${stroke.at(-2)} ${stroke.at(-1)}`
}

/** The part of the pad with ink, and half the pen's width around it. */
export function boundsOf({ strokes }: Drawing): { x: number; y: number; width: number; height: number } {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const stroke of strokes) {
    for (let at = 0; at < stroke.length; at += 2) {
      const [x = 0, y = 0] = [stroke[at], stroke[at + 1]]
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x)
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y)
    }
  }
  const room = penWidth / 2
  const [x, y] = [round(box.left - room), round(box.top - room)]
  return { x, y, width: round(box.right + room - x), height: round(box.bottom + room - y) }
}

/**
 * The length of the ink in CSS pixels. A stroke within 4 pixels is a dot, as over an i, and adds nothing, so taps alone
 * are no mark.
 */
export function inkOf({ strokes }: Drawing): number {
  return strokes.reduce((sum, stroke) => sum + (extentOf(stroke) < 4 ? 0 : lengthOf(stroke)), 0)
}

function lengthOf(stroke: Stroke): number {
  let length = 0
  for (let at = 2; at < stroke.length; at += 2)
    length += Math.hypot((stroke[at] ?? 0) - (stroke[at - 2] ?? 0), (stroke[at + 1] ?? 0) - (stroke[at - 1] ?? 0))
  return length
}

function extentOf(stroke: Stroke): number {
  const { width, height } = boundsOf({ width: 0, height: 0, strokes: [stroke] })
  return Math.hypot(width - penWidth, height - penWidth)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
