/** Which tile of a level, and how many of its hashes. */
export type TilePlace = { number: number; width: number }

const full = 256

/**
 * The name of a tile (C2SP tlog-tiles): its number in groups of three digits, all but the last behind an `x`, and for a
 * tile that is not full `.p/` and how many hashes of it. Null for what is no name.
 */
export function readTileName(name: string): TilePlace | null {
  const [, groups = '', last = '', width] = /^((?:x\d{3}\/)*)(\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(name) ?? []
  const isShortest = groups === '' || !groups.startsWith('x000/')
  if (last === '' || !isShortest || groups.length > 20) return null
  const number = Number(`${groups.replaceAll(/[x/]/g, '')}${last}`)
  if (width === undefined) return { number, width: full }
  return Number(width) < full ? { number, width: Number(width) } : null
}
