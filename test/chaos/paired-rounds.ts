import { median } from '../../bench/result.ts'

/** Three rounds in a row: without, with, and without again. So a machine that gets busier affects both alike. */
type Triple = { before: number; with: number; after: number }

export type Verdict = {
  /** The median ratio of each round with them to the mean of the two rounds around it. */
  ratio: number
  /** The median ratio of the larger to the smaller of two equal rounds, over all pairs. */
  noise: number
  /** The greatest ratio that the machine's own noise explains. */
  bound: number
  decision: 'holds' | 'is broken' | 'cannot be told'
}

/** The greatest ratio on a machine that does nothing else. */
const most = 1.1
/** A machine whose equal rounds differ by more than this can show nothing. */
const mostNoise = 2

/**
 * Judges whether the rounds with them take more than a tenth longer, beside the machine's own noise in the same minutes.
 * The bound is a tenth on a quiet machine. A machine that is too noisy proves nothing.
 */
export function judgeTriples(triples: readonly Triple[]): Verdict {
  const ratio = median(triples.map(({ before, with: one, after }) => one / ((before + after) / 2)))
  const noise = median(triples.map(({ before, after }) => Math.max(before, after) / Math.min(before, after)))
  const bound = most * noise
  if (noise > mostNoise) return { ratio, noise, bound, decision: 'cannot be told' }
  return { ratio, noise, bound, decision: ratio <= bound ? 'holds' : 'is broken' }
}
