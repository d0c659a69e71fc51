import { expect, test } from 'vitest'
import { countTests } from './vitest.ts'

const good = { status: 'passed', assertionResults: [{}] }
const report = { numPassedTests: 3, numFailedTests: 0, numTotalTests: 4, testResults: [good] }

test('tests that are not run are told apart from those that passed', () => {
  expect(countTests(report, 0)).toEqual({ passed: 3, failed: 0, notRun: 1 })
})

test('a test file that does not load counts as a failure', () => {
  const broken = { status: 'failed', assertionResults: [] }
  expect(countTests({ ...report, testResults: [good, broken] }, 1).failed).toBe(1)
})

test('a run that ends badly is never all green', () => {
  expect(countTests(report, 1).failed).toBe(1)
  expect(countTests(null, 0).failed).toBe(1)
})
