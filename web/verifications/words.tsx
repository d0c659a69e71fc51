import type { Resource } from '../app/api.ts'
import { StatusBadge, type Tone } from '../parts/status-badge.tsx'
import type { verifications } from '../texts/en/verifications.ts'

export type Verification = Resource<'verifications'>
export type Words = typeof verifications
type Attributes = Verification['attributes']

/** The kind of a check in words: "Drug test · 5 panel". */
export function nameOf({ kind, tier, subtype }: Pick<Attributes, 'kind' | 'tier' | 'subtype'>, say: Words): string {
  return [say.kinds[kind], tier && say.tiers[tier], subtype && say.subtypes[subtype]].filter(Boolean).join(' · ')
}

/** The result of a check in its own words, with its meaning. */
function outcomeOf({ kind, status, result, awaitsReview }: Attributes, say: Words): { word: string; tone: Tone } {
  if (awaitsReview) return { word: say.needsDecision, tone: 'warn' }
  if (result === 'verified') return { word: say.results[kind].verified, tone: 'good' }
  if (result === 'rejected') return { word: say.results[kind].rejected, tone: 'bad' }
  const isOver = status === 'cancelled' || status === 'completed'
  return isOver ? { word: say.none, tone: 'calm' } : { word: say.pending, tone: 'busy' }
}

export function ResultBadge({ of, say }: { of: Verification; say: Words }) {
  const { word, tone } = outcomeOf(of.attributes, say)
  return <StatusBadge tone={tone}>{word}</StatusBadge>
}
