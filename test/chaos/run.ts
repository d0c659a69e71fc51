// npm run chaos [-- --short] [--seed <number>] [--only <name>]: breaks the product on purpose and counts what arrives.
import { parseArgs } from 'node:util'
import { median } from '../../bench/result.ts'
import { type Account, findFaults } from './account.ts'
import { measureBlackHoles } from './black-holes.ts'
import { crashDatabase, cutNetwork, type Fault, killBackend, killProcesses, runCrashes, stepClock } from './crashes.ts'
import { createRandom } from './random.ts'

const { values } = parseArgs({
  options: { short: { type: 'boolean', default: false }, seed: { type: 'string' }, only: { type: 'string' } },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
const { short } = values
const jitterMs = 10

const scenarios: { name: string; fault: Fault; times: number }[] = [
  { name: 'kill-processes', fault: killProcesses, times: short ? 20 : 200 },
  { name: 'crash-database', fault: crashDatabase, times: short ? 5 : 50 },
  { name: 'kill-backend', fault: killBackend, times: short ? 20 : 50 },
  { name: 'cut-network', fault: cutNetwork(short ? 8_000 : 30_000), times: short ? 1 : 3 },
  { name: 'step-clock', fault: stepClock, times: short ? 4 : 10 },
]

console.log(`Seed ${seed}: node test/chaos/run.ts --seed ${seed}${short ? ' --short' : ''} repeats this run.`)
let failures = 0
for (const { name, fault, times } of scenarios.filter((one) => !values.only || one.name === values.only)) {
  const start = performance.now()
  const account = await runCrashes(fault, times, createRandom(seed))
  const faults = findFaults(account)
  failures += faults.length
  const seconds = Math.round((performance.now() - start) / 1_000)
  console.log(`${faults.length ? 'FAILED' : 'ok    '} ${name} × ${times} in ${seconds} s: ${describe(account)}`)
  for (const fault of faults) console.log(`       ${fault}`)
}
if (!values.only || values.only === 'black-holes') failures += await runBlackHoles(short ? 1 : 3, short ? 6 : 20)
process.exit(failures ? 1 : 0)

// 50 black holes among 1,000 endpoints: the others' p99 may move by a tenth, and by what a busy machine jitters.
async function runBlackHoles(rounds: number, seconds: number): Promise<number> {
  const samples = []
  for (let round = 0; round < rounds; round++) samples.push(await measureBlackHoles(seconds))
  const without = median(samples.map((sample) => sample.p99Without))
  const p99 = median(samples.map((sample) => sample.p99With))
  const isFine = p99 <= without * 1.1 + jitterMs
  console.log(
    `${isFine ? 'ok    ' : 'FAILED'} black-holes × ${rounds}: p99 of the others ${without} ms without, ${p99} ms with them`,
  )
  return isFine ? 0 : 1
}

function describe(account: Account): string {
  return [
    `${account.acknowledged} acknowledged`,
    `${account.missing} missing`,
    `${account.duplicates} duplicates (${account.duplicatesAllowed} allowed)`,
    `longest idle ${account.longestIdleMs} ms`,
  ].join(', ')
}
