// Runs all checks: node test/run.ts [arguments of vitest, such as the name of a file]
import { runQuietly } from './run/program.ts'
import { preparePrograms } from './run/programs.ts'
import { runVitest } from './run/vitest.ts'

// Files that have not changed since the last check are not checked again.
const checkTypes = (project: string, known: string) => [
  ...['-p', project, '--noEmit', '--checkers', '1'],
  ...['--incremental', '--tsBuildInfoFile', `node_modules/.cache/${known}.json`],
]

const checks = [
  { name: 'types', program: 'tsc', args: checkTypes('.', 'types') },
  { name: 'types of the web app', program: 'tsc', args: checkTypes('web', 'web-types') },
  { name: 'lint', program: 'biome', args: ['check', '--error-on-warnings', '.'] },
]

const absent = await preparePrograms()
if (absent === null) {
  console.log('0 passed, 1 failed')
  process.exit(1)
}

const lines: string[] = []
const total = { passed: 0, failed: 0 }
// These checks run beside the tests, one after another. Their findings come after the output of the tests.
const checking = checkAll()
const tests = await runVitest(process.argv.slice(2))
for (const { name, code, output } of await checking) {
  if (code !== 0) console.log(output)
  total[code === 0 ? 'passed' : 'failed'] += 1
  lines.push(`${name.padEnd(6)} ${code === 0 ? 'passed' : 'FAILED'}`)
}
total.passed += tests.passed
total.failed += tests.failed
lines.push(`tests  ${tests.passed} passed, ${tests.failed} failed, ${tests.notRun} not run`)
lines.push(...absent.map((reason) => `not run ${reason}`))

async function checkAll() {
  const found = []
  for (const { name, program, args } of checks) found.push({ name, ...(await runQuietly(program, args)) })
  return found
}

console.log(`\n${lines.join('\n')}\nin ${Math.round(process.uptime())} s\n`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
