import type { PagePlace } from '../../core/agreements/sources/index.ts'

/** Slanted words are covered in at most this many pieces, so that the pieces hide little beside the words. */
const mostPieces = 12

/**
 * Joins the places of letters to places of words, in any direction of writing. `size` is the size of the page in
 * points. The first place is where the words begin; all places together cover the words.
 */
export function joinLetters(letters: readonly PagePlace[], size: { width: number; height: number }): PagePlace[] {
  return linesOf(letters, size).flatMap((line) => placesOf(line, size))
}

type Line = [PagePlace, ...PagePlace[]]

/** A line ends where the next letter is not beside the one before. */
function linesOf(letters: readonly PagePlace[], size: { width: number; height: number }): Line[] {
  const lines: Line[] = []
  for (const letter of letters) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (line && last && isBeside(last, letter, size)) line.push(letter)
    else lines.push([letter])
  }
  return lines
}

/**
 * Whether the gap between two letters is at most twice the size of the larger one. The width of an `i` alone would be
 * too little.
 */
function isBeside(one: PagePlace, other: PagePlace, { width, height }: { width: number; height: number }): boolean {
  const gap = Math.hypot(
    Math.max(other.x - one.x - one.width, one.x - other.x - other.width, 0) * width,
    Math.max(other.y - one.y - one.height, one.y - other.y - other.height, 0) * height,
  )
  const sides = [one, other].flatMap((letter) => [letter.width * width, letter.height * height])
  return gap <= 2 * Math.max(...sides)
}

function placesOf(line: Line, { width, height }: { width: number; height: number }): PagePlace[] {
  const [first] = line
  const last = line.at(-1) ?? first
  const whole = around(line)
  const run = Math.abs(centre(last, 'x') - centre(first, 'x')) * width
  const climb = Math.abs(centre(last, 'y') - centre(first, 'y')) * height
  const isLevel = climb <= run * 0.05 || climb <= whole.height * height * 0.5
  if (isLevel) return [whole]
  // Upright words begin at one of their ends, and the field is placed there.
  if (run <= climb * 0.05 || run <= whole.width * width * 0.5) return [first, whole]
  const each = Math.ceil(line.length / mostPieces)
  const pieces = Array.from({ length: Math.ceil(line.length / each) }, (_, at) =>
    line.slice(at * each, (at + 1) * each),
  )
  return pieces.map(around)
}

const centre = (place: PagePlace, side: 'x' | 'y') => place[side] + place[side === 'x' ? 'width' : 'height'] / 2

function around(letters: readonly PagePlace[]): PagePlace {
  const x = Math.min(...letters.map((one) => one.x))
  const y = Math.min(...letters.map((one) => one.y))
  const right = Math.max(...letters.map((one) => one.x + one.width))
  const bottom = Math.max(...letters.map((one) => one.y + one.height))
  return { page: letters[0]?.page ?? 1, x, y, width: right - x, height: bottom - y }
}
