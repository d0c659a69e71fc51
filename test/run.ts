// Everything that is checked, in one go: node test/run.ts [what vitest takes, such as the name of a file]
import { runProgram } from './run/program.ts'
import { preparePrograms } from './run/programs.ts'
import { runVitest } from './run/vitest.ts'

const checks = [
  { name: 'types', program: 'tsc', args: ['--noEmit', '--checkers', '1'] },
  { name: 'types of the web app', program: 'tsc', args: ['-p', 'web', '--noEmit', '--checkers', '1'] },
  { name: 'lint', program: 'biome', args: ['check', '--error-on-warnings', '.'] },
]

const absent = await preparePrograms()
if (absent === null) {
  console.log('0 passed, 1 failed')
  process.exit(1)
}

const lines: string[] = []
const total = { passed: 0, failed: 0 }
for (const { name, program, args } of checks) {
  const ok = (await runProgram(program, args)) === 0
  total[ok ? 'passed' : 'failed'] += 1
  lines.push(`${name.padEnd(6)} ${ok ? 'passed' : 'FAILED'}`)
}
const tests = await runVitest(process.argv.slice(2))
total.passed += tests.passed
total.failed += tests.failed
lines.push(`tests  ${tests.passed} passed, ${tests.failed} failed, ${tests.notRun} not run`)
lines.push(...absent.map((reason) => `not run ${reason}`))

console.log(`\n${lines.join('\n')}\nin ${Math.round(process.uptime())} s\n`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
