import { afterAll, afterEach, expect } from 'vitest'
import { type Verdict, verdictsVariable, writeVerdict } from './verdicts.ts'
import { watchResponses } from './watch.ts'

// Loaded before each test file (vitest.config.ts): a response that is at fault fails the test that caused it, and one that
// comes too late for that fails the run.
const found: Verdict = { judged: 0, faults: [] }

watchResponses((faults) => {
  found.judged += 1
  found.faults.push(...faults)
})

afterEach(() => expect(takeFaults()).toEqual([]))
afterAll(() => {
  const file = process.env[verdictsVariable]
  if (file && found.judged > 0) writeVerdict(file, found)
})

/** What was found since the last time. */
export function takeFaults(): string[] {
  return found.faults.splice(0)
}
