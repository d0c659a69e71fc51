import type { Resource } from '../../app/api.ts'
import type { Tone } from '../../parts/status-badge.tsx'

export type Signer = Resource<'signers'>

/** The state of a person's part in a submission. */
type PartState = 'signed' | 'approved' | 'declined' | 'reads' | 'invited' | 'waits' | 'unknown' | 'copy'

export const toneOf: Record<PartState, Tone> = {
  signed: 'good',
  approved: 'good',
  declined: 'bad',
  reads: 'busy',
  invited: 'busy',
  waits: 'calm',
  unknown: 'warn',
  copy: 'calm',
}

/** The order in which people act. People who only get a copy come last. */
export const placeOf = ({ attributes: { kind, order } }: Signer): number => (kind === 'copy' ? 100 : 0) + order

export const nameOf = ({ attributes: { name, email, role } }: Signer): string => name ?? email ?? role

export const isDone = ({ attributes: { signedAt, approvedAt, declinedAt } }: Signer): boolean =>
  (signedAt ?? approvedAt ?? declinedAt ?? null) !== null

export function stateOf({ attributes }: Signer): PartState {
  const { kind, signedAt, approvedAt, declinedAt, viewedAt, turnCameAt, email, delivery } = attributes
  if (signedAt) return 'signed'
  if (approvedAt) return 'approved'
  if (declinedAt) return 'declined'
  if (kind === 'copy') return email === null ? 'unknown' : 'copy'
  if (viewedAt) return 'reads'
  if (turnCameAt) return 'invited'
  return email === null && delivery === null ? 'unknown' : 'waits'
}

/**
 * The people who act next: those whose turn has come, or else the first who have not acted. Empty when all have acted.
 */
export function awaitedOf(signers: readonly Signer[]): Signer[] {
  const open = signers.filter((signer) => signer.attributes.kind !== 'copy' && !isDone(signer))
  const now = open.filter(({ attributes }) => attributes.turnCameAt)
  const first = Math.min(...open.map(placeOf))
  return now.length > 0 ? now : open.filter((signer) => placeOf(signer) === first)
}

const lateMs = 5 * 60_000

/** Whether the last person acted so long ago that the document should exist. In that case the server cannot seal it. */
export function isSealLate(signers: readonly Signer[], now: number): boolean {
  const times = signers.flatMap(({ attributes: { signedAt, approvedAt } }) => signedAt ?? approvedAt ?? [])
  return times.length > 0 && now - Math.max(...times.map((at) => Date.parse(at))) > lateMs
}
