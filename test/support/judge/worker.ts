import { afterAll, afterEach, expect } from 'vitest'
import { takeFaults, takeVerdict } from './found.ts'
import { verdictsVariable, writeVerdict } from './verdicts.ts'

// Loaded before each test file (vitest.config.ts). A faulty response fails the test that caused it. One that comes too
// late for that fails the run.
afterEach(() => expect(takeFaults()).toEqual([]))
afterAll(() => {
  const file = process.env[verdictsVariable]
  const verdict = takeVerdict()
  if (file && verdict.judged > 0) writeVerdict(file, verdict)
})
