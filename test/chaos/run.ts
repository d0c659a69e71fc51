// npm run chaos [-- --short] [--seed <number>] [--only <name>[,<name>]]: breaks the product and counts what arrives.
import { parseArgs } from 'node:util'
import { describe } from './account.ts'
import { measureBlackHoles } from './black-holes.ts'
import { createRandom } from './random.ts'
import { runScenario } from './scenario.ts'
import { type Planned, planScenarios } from './scenarios.ts'

const { values } = parseArgs({
  options: { short: { type: 'boolean', default: false }, seed: { type: 'string' }, only: { type: 'string' } },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
const { short } = values
const only = values.only?.split(',')

console.log(`Seed ${seed}: npm run chaos -- --seed ${seed}${short ? ' --short' : ''} repeats this run.`)
let failures = 0
for (const planned of planScenarios(short)) if (isWanted(planned.name)) await run(planned)
if (isWanted('black-holes')) await runBlackHoles(short ? 3 : 7, short ? 6 : 20)
process.exit(failures ? 1 : 0)

function isWanted(name: string): boolean {
  return !only || only.includes(name)
}

async function run({ name, times, whyNot, ...scenario }: Planned): Promise<void> {
  const reason = await whyNot?.()
  if (reason) return console.log(`not run ${name}: ${reason}`)
  const start = performance.now()
  const { account, faults } = await runScenario(scenario, times, createRandom(seed))
  failures += faults.length
  const seconds = Math.round((performance.now() - start) / 1_000)
  console.log(`${faults.length ? 'FAILED' : 'ok    '} ${name} × ${times} in ${seconds} s: ${describe(account)}`)
  for (const fault of faults) console.log(`       ${fault}`)
}

// 50 black holes among 1,000 endpoints: the others' p99 may move by a tenth.
async function runBlackHoles(pairs: number, seconds: number): Promise<void> {
  const start = performance.now()
  const found = await measureBlackHoles(pairs, seconds)
  const isFine = found.ratio <= 1.1 && found.held > 0
  if (!isFine) failures++
  const took = Math.round((performance.now() - start) / 1_000)
  console.log(
    `${isFine ? 'ok    ' : 'FAILED'} black-holes × ${pairs} in ${took} s: p99 of the 950 others ${found.without.toFixed(1)} ms ` +
      `without, ${found.with.toFixed(1)} ms with them; ratio ${found.ratio.toFixed(3)}, the median of ` +
      `${found.ratios.map((one) => one.toFixed(2)).join(' ')}; at least ${found.samples} samples a round; ${found.held} requests held`,
  )
}
