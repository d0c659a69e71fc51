import type { SealIdentity, Stamping } from '../../core/evidence/index.ts'
import { makeToken } from './authority.ts'
import { type Prepared, type PrepareJob, prepareSeal } from './prepare.ts'

/** The work of the worker: it prepares documents, and stamps as the built-in authority. */
export type SealJob =
  | { kind: 'prepare'; job: PrepareJob }
  | { kind: 'stamp'; identity: Pick<SealIdentity, 'key' | 'chain'>; stamping: Stamping }
export type SealJobDone = { prepared: Prepared | null; token: Uint8Array | null }

/** Does one piece of work. Throws SealError. */
export async function doSealJob(given: SealJob): Promise<SealJobDone> {
  if (given.kind === 'prepare') return { prepared: await prepareSeal(given.job), token: null }
  return { prepared: null, token: await makeToken(given.identity, given.stamping) }
}
