import type { Verdict } from './verdicts.ts'
import { watchResponses } from './watch.ts'

// Made once for a worker, for all test files that it runs.
let found: Verdict = { judged: 0, faults: [] }

watchResponses((faults) => {
  found.judged += 1
  found.faults.push(...faults)
})

/** Returns the faults since the last call. */
export function takeFaults(): string[] {
  return found.faults.splice(0)
}

/** Returns the verdicts since the last call. */
export function takeVerdict(): Verdict {
  const verdict = found
  found = { judged: 0, faults: [] }
  return verdict
}
