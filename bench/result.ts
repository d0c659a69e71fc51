/** One case: every sample of ours and of the peer, taken in turns in the same run. */
export type Case = {
  /** The case, and its peer: `first start, bare initdb + postgres + Fastify`. */
  case: string
  ours: number[]
  peer: number[]
  unit: string
  better: 'lower' | 'higher'
  /** The scans of the database for ours. */
  plan?: string
}

/** The `run()` of `bench/<name>.ts`: measures the named cases, or all. */
export type Benchmark = (only: readonly string[]) => Promise<Case[]>

/** A case in one line: medians, and ours divided by the peer's. */
export type Row = { case: string; ours: number; peer: number; ratio: number; unit: string }

/** The medians of a case, to three significant digits. */
export function summarize({ case: name, ours, peer, unit }: Case): Row {
  const [mine, theirs] = [median(ours), median(peer)]
  return { case: name, ours: round(mine), peer: round(theirs), ratio: round(mine / theirs), unit }
}

/** The median of the samples; of an even number, the mean of the middle two. Throws without samples. */
export function median(samples: number[]): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  if (low === undefined || high === undefined) throw new Error('A case without samples has no median.')
  return (low + high) / 2
}

/** The percentile of the samples. Throws without samples. */
export function percentile(samples: number[], percent: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const found = sorted[Math.ceil((sorted.length * percent) / 100) - 1]
  if (found === undefined) throw new Error('A case without samples has no percentiles.')
  return found
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}
