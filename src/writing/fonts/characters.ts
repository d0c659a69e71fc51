import { readTable } from './sfnt.ts'

/** The characters of a font as code points: first and last of each run, in order. */
export type Characters = Uint32Array

/**
 * The characters that a font file can draw, from its table `cmap`, formats 4 and 12. Throws when the file is not a
 * font.
 */
export function readCharacters(file: string): Characters {
  const table = readTable(file, 'cmap')
  if (!table) throw new Error(`${file} has no table of characters`)
  const subtable = table.subarray(findSubtable(table))
  const runs = subtable.readUInt16BE(0) === 12 ? runsOfFormat12(subtable) : runsOfFormat4(subtable)
  runs.sort(([a], [b]) => a - b)
  return Uint32Array.from(runs.flat())
}

export function hasCharacter(characters: Characters, code: number): boolean {
  let [low, high] = [0, characters.length / 2 - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    if (code < (characters[middle * 2] ?? 0)) high = middle - 1
    else if (code > (characters[middle * 2 + 1] ?? 0)) low = middle + 1
    else return true
  }
  return false
}

/** The characters that all given fonts have. A bold heading must not lose a character that a paragraph has. */
export function sharedCharacters([first = new Uint32Array(), ...others]: Characters[]): Characters {
  if (others.length === 0) return first
  const runs: Run[] = []
  for (let at = 0; at < first.length; at += 2) {
    for (let code = first[at] ?? 0; code <= (first[at + 1] ?? 0); code++) {
      if (others.every((other) => hasCharacter(other, code))) append(runs, code)
    }
  }
  return Uint32Array.from(runs.flat())
}

function append(runs: Run[], code: number): void {
  const run = runs.at(-1)
  if (run && run[1] === code - 1) run[1] = code
  else runs.push([code, code])
}

type Run = [first: number, last: number]

/** The most complete Unicode subtable: one for all planes before one for the first plane. */
function findSubtable(table: Buffer): number {
  const found: { offset: number; rank: number }[] = []
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const at = 4 + index * 8
    const [platform, encoding, offset] = [
      table.readUInt16BE(at),
      table.readUInt16BE(at + 2),
      table.readUInt32BE(at + 4),
    ]
    const format = table.readUInt16BE(offset)
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))
    if (isUnicode && (format === 12 || format === 4)) found.push({ offset, rank: format })
  }
  const [best] = found.sort((a, b) => b.rank - a.rank)
  if (!best) throw new Error('the font says of no Unicode character that it has it')
  return best.offset
}

function runsOfFormat12(table: Buffer): Run[] {
  return Array.from({ length: table.readUInt32BE(12) }, (_, index): Run => {
    const at = 16 + index * 12
    // Glyph 0 is drawn for missing characters.
    const skipped = table.readUInt32BE(at + 8) === 0 ? 1 : 0
    return [table.readUInt32BE(at) + skipped, table.readUInt32BE(at + 4)]
  }).filter(([first, last]) => first <= last)
}

function runsOfFormat4(table: Buffer): Run[] {
  const size = table.readUInt16BE(6)
  const runs: Run[] = []
  for (let at = 14; at < 14 + size; at += 2) {
    const [last, first] = [table.readUInt16BE(at), table.readUInt16BE(at + size + 2)]
    const delta = table.readUInt16BE(at + 2 * size + 2)
    const rangeAt = at + 3 * size + 2
    const range = table.readUInt16BE(rangeAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyphAt = rangeAt + range + (code - first) * 2
      const found = range === 0 ? code : glyphAt + 1 < table.length ? table.readUInt16BE(glyphAt) : 0
      if (range !== 0 && found === 0) continue
      if (((found + delta) & 0xffff) === 0) continue
      append(runs, code)
    }
  }
  return runs
}
