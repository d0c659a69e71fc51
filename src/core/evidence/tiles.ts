import type { Handle } from '../../db/index.ts'
import type { Id } from '../ids.ts'
import { hashLength, nodeHash, type ReadNode } from './tree.ts'

/** The number of hashes in a full tile (C2SP tlog-tiles). */
export const tileWidth = 256
const tileHeight = 8

/** A stored tile; null when it does not exist. It may have more hashes than an older tree had. */
export async function readTile(db: Handle, organizationId: Id, level: number, number: number): Promise<Buffer | null> {
  const row = await db
    .selectFrom('evidence_tiles')
    .select('hashes')
    .where('organization_id', '=', organizationId)
    .where('level', '=', level)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.hashes ?? null
}

/**
 * The first `width` hashes of a tile; null when it has fewer. C2SP tlog-tiles publishes only full tiles and the last
 * one of each level.
 */
export async function readPublicTile(
  db: Handle,
  organizationId: Id,
  { level, number, width }: { level: number; number: number; width: number },
): Promise<Buffer | null> {
  const tile = await readTile(db, organizationId, level, number)
  return tile && tile.length >= width * hashLength ? tile.subarray(0, width * hashLength) : null
}

/** Reads tree nodes from tiles, each tile once. Throws when a tile is missing. */
export function nodesOf(db: Handle, organizationId: Id): ReadNode {
  const known = new Map<string, Promise<Buffer | null>>()
  const tileOf = (level: number, number: number) => {
    const key = `${level}/${number}`
    const tile = known.get(key) ?? readTile(db, organizationId, level, number)
    known.set(key, tile)
    return tile
  }
  return async (height, index) => {
    const level = Math.floor(height / tileHeight)
    const count = 2 ** (height % tileHeight)
    const first = index * count
    const tile = await tileOf(level, Math.floor(first / tileWidth))
    const start = (first % tileWidth) * hashLength
    const hashes = tile?.subarray(start, start + count * hashLength)
    if (hashes?.length !== count * hashLength) throw new Error(`The log of ${organizationId} lacks a tile.`)
    return fold(hashes)
  }
}

/** Appends the hashes of leaves to a log of this size. Runs in the caller's transaction, which has locked the log. */
export async function appendLeaves(
  db: Handle,
  organizationId: Id,
  size: number,
  leaves: readonly Buffer[],
): Promise<void> {
  let [before, added, level] = [size, leaves, 0]
  while (added.length > 0) {
    const full: Buffer[] = []
    let number = Math.floor(before / tileWidth)
    let hashes =
      before % tileWidth === 0
        ? Buffer.alloc(0)
        : ((await readTile(db, organizationId, level, number)) ?? Buffer.alloc(0))
    hashes = hashes.subarray(0, (before % tileWidth) * hashLength)
    for (let taken = 0; taken < added.length; number++) {
      const some = added.slice(taken, taken + tileWidth - hashes.length / hashLength)
      taken += some.length
      hashes = Buffer.concat([hashes, ...some])
      await writeTile(db, { organization_id: organizationId, level, number, hashes })
      if (hashes.length === tileWidth * hashLength) full.push(fold(hashes))
      hashes = Buffer.alloc(0)
    }
    before = Math.floor(before / tileWidth)
    added = full
    level += 1
  }
}

async function writeTile(
  db: Handle,
  tile: { organization_id: Id; level: number; number: number; hashes: Buffer },
): Promise<void> {
  await db
    .insertInto('evidence_tiles')
    .values(tile)
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'level', 'number'])
        .doUpdateSet((set) => ({ hashes: set.ref('excluded.hashes') })),
    )
    .execute()
}

/** The root over a number of hashes that is a power of two. */
function fold(hashes: Buffer): Buffer {
  if (hashes.length === hashLength) return Buffer.from(hashes)
  const middle = hashes.length / 2
  return nodeHash(fold(hashes.subarray(0, middle)), fold(hashes.subarray(middle)))
}
