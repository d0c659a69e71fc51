import { readKeyKind } from '../../../verifier/asn1/algorithms.ts'
import { readCertificate } from '../../../verifier/asn1/certificates.ts'
import type { SealIdentity, TimeAuthority } from '../../core/evidence/index.ts'
import { makeToken } from './authority.ts'
import type { SealJob, SealJobDone } from './work.ts'

/**
 * Lets `work` make the tokens of the built-in authority when its key is slow. The key of a command is already in
 * another process.
 */
export function stampBeside(
  work: (job: SealJob) => Promise<SealJobDone>,
  authorities: readonly TimeAuthority[],
): TimeAuthority[] {
  return authorities.map((one) => {
    if (one.kind === 'url' || 'command' in one.identity.key) return one
    const { key, chain } = one.identity
    const identity = { key, chain }
    const stamp: NonNullable<typeof one.stamp> = async (stamping) =>
      isQuick(chain) ? makeToken(identity, stamping) : orFail((await work({ kind: 'stamp', identity, stamping })).token)
    return { ...one, stamp }
  })
}

// Making an EC signature takes less time than handing it over.
function isQuick([leaf]: SealIdentity['chain']): boolean {
  return leaf !== undefined && readKeyKind(readCertificate(leaf).publicKey).family === 'EC'
}

export function orFail<T>(made: T | null): T {
  if (made === null) throw new Error('The worker returned the result of other work.')
  return made
}
