import { type Resource, useResources } from '../../app/api.ts'
import { useSession } from '../../app/session.ts'
import { useAddressWords } from '../../parts/list/search.ts'
import type { Verification } from '../words.tsx'

/** A check that waits for a decision, and who looks at it: nobody, the person here, or somebody else. */
export type Waiting = { one: Verification; claim: string | null; isMine: boolean; isTaken: boolean }

/** What waits, the oldest first, and the one of them that the address names: by its id, else the first. */
export function useWaiting() {
  const { user } = useSession()
  const [{ at }, change] = useAddressWords()
  const asked = useResources('verifications', {
    filter: { awaitsReview: true, isScan: false },
    sort: ['lastStatusAt'],
    include: ['reviewClaims'],
    page: { size: 100 },
  })
  const claims = new Map(
    (asked.data?.included ?? []).flatMap((one) =>
      isClaim(one) ? [[one.relationships.verification.data?.id, one]] : [],
    ),
  )
  const waiting = (asked.data?.data ?? []).map((one): Waiting => {
    const claim = claims.get(one.id)
    const isMine = claim?.relationships.user.data?.id === user.id
    return { one, claim: claim?.id ?? null, isMine, isTaken: claim !== undefined && !isMine }
  })
  const index = Math.max(
    0,
    waiting.findIndex(({ one }) => one.id === at),
  )
  const select = (id: string | undefined) => change({ at: id })
  return { asked, waiting, index, chosen: waiting[index] ?? null, select }
}

function isClaim(one: { type: string }): one is Resource<'review-claims'> {
  return one.type === 'review-claims'
}
