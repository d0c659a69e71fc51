import { JsonApiError, useChange } from '../../app/api.ts'
import { useTellFailure } from '../../parts/error-note.tsx'
import { tell } from '../../parts/tell.ts'
import type { review } from '../../texts/en/review.ts'
import type { Waiting } from './waiting.ts'

/** Claims a check and gives it back. Errors are shown. */
export function useActs(say: typeof review, select: (id: string | undefined) => void) {
  const tellFailure = useTellFailure()
  const claim = useChange(['verifications', 'review-claims'], (api, id: string | null) =>
    api.create('review-claims', {}, id === null ? {} : { verification: { data: { type: 'verifications', id } } }),
  )
  const release = useChange(['verifications', 'review-claims'], (api, id: string) => api.remove('review-claims', id))
  const take = async (id: string | null) => {
    try {
      const { data } = await claim.mutateAsync(id)
      select(data.relationships.verification.data?.id)
    } catch (error) {
      await (isNoneLeft(error) ? tell(say.noNext) : tellFailure(error))
    }
  }
  const toggle = async ({ one, claim, isMine }: Waiting) => {
    if (!isMine || claim === null) return take(one.id)
    await release.mutateAsync(claim).catch(tellFailure)
  }
  return { toggle, next: () => take(null), isBusy: claim.isPending || release.isPending }
}

function isNoneLeft(error: unknown): boolean {
  return error instanceof JsonApiError && error.errors.some(({ code }) => code === 'no_review_waits')
}
