import type { Handle } from '../../db/index.ts'
import type { Id } from '../ids.ts'
import { readHead } from './log.ts'
import { nodesOf } from './tiles.ts'
import { rootOf } from './tree.ts'

/** The head that the evidence of a sealed document holds: a number of leaves, and the root of their tree in hex. */
export type SealedHead = { size: number; root: string }

/** The fault of a log whose tree does not begin with the tree of an earlier head. Null when it does. */
export async function compareHead(db: Handle, organizationId: Id, { size, root }: SealedHead): Promise<string | null> {
  const now = (await readHead(db, organizationId))?.size ?? 0
  if (now < size) return `was sealed when the log had ${size} leaves, and it has ${now} now: the log was rolled back`
  const isSame = await rootOf(size, nodesOf(db, organizationId)).then(
    (found) => found.toString('hex') === root,
    () => false,
  )
  return isSame ? null : `was sealed under another tree of ${size} leaves: the log was built anew`
}
