import type { Handle } from '../../db/index.ts'
import { type Misfit, misfit } from '../audit/index.ts'
import type { Id } from '../ids.ts'
import { readHead } from './log.ts'
import { nodesOf } from './tiles.ts'
import { rootOf } from './tree.ts'

/**
 * The head of the log in the evidence of a sealed document: the number of leaves, and the root of their tree in hex.
 */
export type SealedHead = { size: number; root: string }

/** The fault of a log whose tree does not continue the tree of an earlier head; null for none. */
export async function compareHead(db: Handle, organizationId: Id, { size, root }: SealedHead): Promise<Misfit | null> {
  const now = (await readHead(db, organizationId))?.size ?? 0
  if (now < size) return misfit('rolled_back', { size, now })
  const isSame = await rootOf(size, nodesOf(db, organizationId)).then(
    (found) => found.toString('hex') === root,
    () => false,
  )
  return isSame ? null : misfit('rebuilt', { size })
}
