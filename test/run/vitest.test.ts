import { expect, test } from 'vitest'
import { countTests } from './vitest.ts'

const good = { status: 'passed', assertionResults: [{}] }
const report = { numPassedTests: 3, numFailedTests: 0, numTotalTests: 4, testResults: [good] }

test('skipped tests are distinguished from passed ones', () => {
  expect(countTests(report, 0)).toEqual({ passed: 3, failed: 0, notRun: 1 })
})

test('a test file that cannot be loaded counts as a failure', () => {
  const broken = { status: 'failed', assertionResults: [] }
  expect(countTests({ ...report, testResults: [good, broken] }, 1).failed).toBe(1)
})

test('a test run that fails is never reported as green', () => {
  expect(countTests(report, 1).failed).toBe(1)
  expect(countTests(null, 0).failed).toBe(1)
})
