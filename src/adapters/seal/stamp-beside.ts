import type { TimeAuthority } from '../../core/evidence/index.ts'
import type { SealJob, SealJobDone } from './work.ts'

/** Authorities of which the built-in one has its tokens made by `work`. The key of a command is in another process already. */
export function stampBeside(
  work: (job: SealJob) => Promise<SealJobDone>,
  authorities: readonly TimeAuthority[],
): TimeAuthority[] {
  return authorities.map((one) => {
    if (one.kind === 'url' || 'command' in one.identity.key) return one
    const { key, chain } = one.identity
    const stamp: NonNullable<typeof one.stamp> = async (stamping) =>
      orFail((await work({ kind: 'stamp', identity: { key, chain }, stamping })).token)
    return { ...one, stamp }
  })
}

export function orFail<T>(made: T | null): T {
  if (made === null) throw new Error('The worker has done another piece of work.')
  return made
}
