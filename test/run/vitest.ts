import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from './program.ts'

type Counts = { passed: number; failed: number; notRun: number }

/** The members of vitest's JSON report that are read here. */
type Report = {
  numPassedTests: number
  numFailedTests: number
  numTotalTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** Runs the tests (all, or those that `args` name), and counts them. */
export async function runVitest(args: string[]): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'sealane-run-'))
  const file = join(folder, 'report.json')
  try {
    const code = await runProgram('vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${file}`,
      ...args,
    ])
    const report: Report | null = await readFile(file, 'utf8').then(JSON.parse, () => null)
    return countTests(report, code)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A file that does not load, an error outside of any test and a run without a report are failures too. */
export function countTests(report: Report | null, exitCode: number): Counts {
  if (!report) return { passed: 0, failed: 1, notRun: 0 }
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failed = report.numFailedTests + broken.length
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    notRun: report.numTotalTests - report.numPassedTests - report.numFailedTests,
  }
}
