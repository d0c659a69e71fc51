import { JsonApiError, useChange } from '../../app/api.ts'
import { tell } from '../../parts/tell.ts'
import type { review } from '../../texts/en/review.ts'
import type { Waiting } from './waiting.ts'

/** Claims a check and gives it back. Errors are shown. */
export function useActs(say: typeof review, select: (id: string | undefined) => void) {
  const claim = useChange(['verifications', 'review-claims'], (api, id: string | null) =>
    api.create('review-claims', {}, id === null ? {} : { verification: { data: { type: 'verifications', id } } }),
  )
  const release = useChange(['verifications', 'review-claims'], (api, id: string) => api.remove('review-claims', id))
  const take = async (id: string | null) => {
    try {
      const { data } = await claim.mutateAsync(id)
      select(data.relationships.verification.data?.id)
    } catch (error) {
      void tell(sentenceOf(error, say))
    }
  }
  const toggle = async ({ one, claim, isMine }: Waiting) => {
    if (!isMine || claim === null) return take(one.id)
    await release.mutateAsync(claim).catch((error: unknown) => tell(sentenceOf(error, say)))
  }
  return { toggle, next: () => take(null), isBusy: claim.isPending || release.isPending }
}

function sentenceOf(error: unknown, say: typeof review): string {
  if (!(error instanceof JsonApiError)) return String(error)
  return error.errors.some(({ code }) => code === 'no_review_waits') ? say.noNext : error.message
}
