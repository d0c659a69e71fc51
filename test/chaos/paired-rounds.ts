import { median } from '../../bench/result.ts'

/** Three rounds that follow each other: without, with, and without again. So a machine that gets busier meets both alike. */
type Triple = { before: number; with: number; after: number }

export type Verdict = {
  /** The median of what each round with them took, to the mean of the two around it. */
  ratio: number
  /** How far two rounds lie apart between which nothing differs: the larger to the smaller, the median of all pairs. */
  noise: number
  /** Up to which ratio nothing has moved that the machine does not move by itself. */
  bound: number
  decision: 'holds' | 'is broken' | 'cannot be told'
}

/** What may move on a machine that does nothing else. */
const most = 1.1
/** A machine whose equal rounds differ by more than this can show nothing. */
const mostNoise = 2

/**
 * Whether something moves by more than a tenth, judged beside what the machine moves by itself, in the same minutes. The
 * bound is a tenth on a quiet machine; a machine that is too noisy to tell is no proof of anything.
 */
export function judgeTriples(triples: readonly Triple[]): Verdict {
  const ratio = median(triples.map(({ before, with: one, after }) => one / ((before + after) / 2)))
  const noise = median(triples.map(({ before, after }) => Math.max(before, after) / Math.min(before, after)))
  const bound = most * noise
  if (noise > mostNoise) return { ratio, noise, bound, decision: 'cannot be told' }
  return { ratio, noise, bound, decision: ratio <= bound ? 'holds' : 'is broken' }
}
