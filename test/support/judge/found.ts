import type { Verdict } from './verdicts.ts'
import { watchResponses } from './watch.ts'

// Once for a worker, however many test files it runs.
let found: Verdict = { judged: 0, faults: [] }

watchResponses((faults) => {
  found.judged += 1
  found.faults.push(...faults)
})

/** What was at fault since the last time. */
export function takeFaults(): string[] {
  return found.faults.splice(0)
}

/** All that was judged since the last time. */
export function takeVerdict(): Verdict {
  const verdict = found
  found = { judged: 0, faults: [] }
  return verdict
}
