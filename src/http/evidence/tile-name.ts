/** The number of a tile in its level, and the number of its hashes. */
export type TilePlace = { number: number; width: number }

const full = 256

/**
 * Reads the name of a tile (C2SP tlog-tiles): its number in groups of three digits, all but the last after an `x`. A
 * partial tile also has `.p/` and the number of its hashes. Returns null for an invalid name.
 */
export function readTileName(name: string): TilePlace | null {
  const [, groups = '', last = '', width] = /^((?:x\d{3}\/)*)(\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(name) ?? []
  const isShortest = groups === '' || !groups.startsWith('x000/')
  if (last === '' || !isShortest || groups.length > 20) return null
  const number = Number(`${groups.replaceAll(/[x/]/g, '')}${last}`)
  if (width === undefined) return { number, width: full }
  return Number(width) < full ? { number, width: Number(width) } : null
}
