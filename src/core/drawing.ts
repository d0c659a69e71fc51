import { type Drawing, inkOf } from '../writing/index.ts'

const largestText = 400_000
const largestPad = 10_000
const mostStrokes = 2_000
const mostNumbers = 40_000
/** A drawing has three levels: the object, the list of strokes, a stroke. */
const deepest = 3
const [comma, open, close, openObject, closeObject] = [...',[]{}'].map((letter) => letter.charCodeAt(0))
/** A shorter line, in CSS pixels, is a slip of the finger and not a mark. */
const leastInk = 24

/** Why a drawing is refused: malformed, too large, or hardly anything drawn. */
type DrawingFault = 'whole' | 'size' | 'drawn'

/**
 * Reads a drawing of the signing page: `{"width":…,"height":…,"strokes":[[x,y,x,y,…],…]}`, in CSS pixels, with each
 * point on the pad. Refuses anything else before it is parsed. Rounds to a tenth of a pixel.
 */
export function readDrawing(text: string): Drawing | DrawingFault {
  if (text === '') return 'drawn'
  if (text.length > largestText) return 'size'
  const fault = judgeStructure(text)
  if (fault) return fault
  const given = parse(text)
  const { width, height, strokes } = Object(given)
  if (!isLength(width) || !isLength(height) || !Array.isArray(strokes)) return 'whole'
  const isStroke = (stroke: unknown): stroke is number[] =>
    Array.isArray(stroke) &&
    stroke.length >= 2 &&
    stroke.length % 2 === 0 &&
    stroke.every((value, at) => isNumber(value) && value >= 0 && value <= (at % 2 === 0 ? width : height))
  if (strokes.length > mostStrokes || strokes.flat().length > mostNumbers) return 'size'
  if (!strokes.every(isStroke)) return 'whole'
  const drawing = { width, height, strokes: strokes.map((stroke) => stroke.map(toTenths)) }
  return inkOf(drawing) < leastInk ? 'drawn' : drawing
}

// Scans the text once before parsing. Parsing deep or huge JSON alone would block the server for 40 ms.
function judgeStructure(text: string): DrawingFault | null {
  let [depth, lists, commas] = [0, 0, 0]
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at)
    if (letter === comma) commas += 1
    else if (letter === open || letter === openObject) {
      depth += 1
      lists += 1
    } else if (letter === close || letter === closeObject) depth -= 1
    if (depth > deepest) return 'whole'
    if (lists > mostStrokes + deepest || commas > mostNumbers + mostStrokes) return 'size'
  }
  return null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isLength(value: unknown): value is number {
  return isNumber(value) && value >= 1 && value <= largestPad
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function toTenths(value: number): number {
  return Math.round(value * 10) / 10
}
