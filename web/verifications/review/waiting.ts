import { type Resource, useResources } from '../../app/api.ts'
import { useSession } from '../../app/session.ts'
import { useAddressWords } from '../../parts/list/search.ts'
import type { Verification } from '../words.tsx'

/**
 * A check that waits for a decision, and its claim: none, the person's own, or another person's. `by` is the name of
 * that person.
 */
export type Waiting = { one: Verification; claim: string | null; isMine: boolean; isTaken: boolean; by: string | null }

/** The waiting checks, oldest first. The chosen check is the one in the address, or else the first. */
export function useWaiting() {
  const { user, may } = useSession()
  const [{ at }, change] = useAddressWords()
  const asked = useResources('verifications', {
    filter: { awaitsReview: true, isScan: false },
    sort: ['lastStatusAt'],
    include: [may('users:read') ? 'reviewClaims.user' : 'reviewClaims'],
    page: { size: 100 },
  })
  const claims = new Map(
    (asked.data?.included ?? []).flatMap((one) =>
      isClaim(one) ? [[one.relationships.verification.data?.id, one]] : [],
    ),
  )
  const names = new Map(
    (asked.data?.included ?? []).flatMap((one) => (isUser(one) ? [[one.id, one.attributes.name]] : [])),
  )
  const waiting = (asked.data?.data ?? []).map((one): Waiting => {
    const claim = claims.get(one.id)
    const holder = claim?.relationships.user.data?.id
    const isMine = holder === user.id
    const isTaken = claim !== undefined && !isMine
    return { one, claim: claim?.id ?? null, isMine, isTaken, by: names.get(holder ?? '') ?? null }
  })
  const index = Math.max(
    0,
    waiting.findIndex(({ one }) => one.id === at),
  )
  const select = (id: string | undefined) => change({ at: id })
  return { asked, waiting, index, chosen: waiting[index] ?? null, select }
}

function isUser(one: { type: string }): one is Resource<'users'> {
  return one.type === 'users'
}

function isClaim(one: { type: string }): one is Resource<'review-claims'> {
  return one.type === 'review-claims'
}
