import type { SealIdentity, Stamping } from '../../core/evidence/index.ts'
import { makeToken } from './authority.ts'
import { type Prepared, type PrepareJob, prepareSeal } from './prepare.ts'

/** What is done beside the main thread: documents are taken apart, and the built-in authority stamps. */
export type SealJob =
  | { kind: 'prepare'; job: PrepareJob }
  | { kind: 'stamp'; identity: Pick<SealIdentity, 'key' | 'chain'>; stamping: Stamping }
export type SealJobDone = { prepared: Prepared | null; token: Uint8Array | null }

/** Does one piece of that work. Throws SealError. */
export async function doSealJob(given: SealJob): Promise<SealJobDone> {
  if (given.kind === 'prepare') return { prepared: await prepareSeal(given.job), token: null }
  return { prepared: null, token: await makeToken(given.identity, given.stamping) }
}
