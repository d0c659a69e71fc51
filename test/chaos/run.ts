// npm run chaos [-- --short] [--seed <number>] [--only <name>[,<name>]]: breaks the product and counts what arrives.
import { parseArgs } from 'node:util'
import { describe } from './account.ts'
import { measureBlackHoles } from './black-holes.ts'
import { playInterleavings } from './interleavings/index.ts'
import { runHostile, whyNoNetwork } from './network.ts'
import { createRandom } from './random.ts'
import { runScenario } from './scenario.ts'
import { type Planned, planScenarios } from './scenarios.ts'
import { killSealing } from './sealing.ts'

/** The result of a part: its counts in a line, and its faults. */
type Outcome = { line: string; faults: string[] } | { notRun: string }
type Part = { name: string; run(): Promise<Outcome> }

const { values } = parseArgs({
  options: { short: { type: 'boolean', default: false }, seed: { type: 'string' }, only: { type: 'string' } },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
const { short } = values
const only = values.only?.split(',')

const sealing: Part = { name: 'kill-sealing', run: () => killSealing(short ? 15 : 200, createRandom(seed)) }
const interleavings: Part = {
  name: 'interleavings',
  run: () =>
    playInterleavings(short ? { plans: 200, kills: 10, lanes: 3 } : { plans: 10_000, kills: 200, lanes: 6 }, seed),
}

// Parts that measure no times may share the machine. Each part has its own database and processes.
const together: Part[] = [
  { name: 'hostile', run: faceHostile },
  ...planScenarios(short).map(toPart),
  sealing,
  interleavings,
]
const alone: Part[] = [{ name: 'black-holes', run: () => faceBlackHoles(short ? 3 : 7, short ? 5 : 20) }]

console.log(`Seed ${seed}: npm run chaos -- --seed ${seed}${short ? ' --short' : ''} repeats this run.`)
let failures = 0
await runAll(together, short ? 3 : 1)
await runAll(alone, 1)
console.log(`${failures ? `${failures} faults` : 'No fault'} in ${Math.round(performance.now() / 1_000)} s`)
process.exit(failures ? 1 : 0)

async function runAll(parts: Part[], lanes: number): Promise<void> {
  const waiting = parts.filter(({ name }) => !only || only.includes(name))
  const work = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) await report(part)
  }
  await Promise.all(Array.from({ length: lanes }, work))
}

async function report({ name, run }: Part): Promise<void> {
  const start = performance.now()
  const outcome = await run().catch((error: unknown) => ({ line: 'it broke off', faults: [String(error)] }))
  if ('notRun' in outcome) return console.log(`not run ${name}: ${outcome.notRun}`)
  failures += outcome.faults.length
  const seconds = Math.round((performance.now() - start) / 1_000)
  console.log(`${outcome.faults.length ? 'FAILED' : 'ok    '} ${name} in ${seconds} s: ${outcome.line}`)
  for (const fault of outcome.faults) console.log(`       ${fault}`)
}

function toPart({ name, times, whyNot, ...scenario }: Planned): Part {
  return {
    name,
    async run() {
      const notRun = await whyNot?.()
      if (notRun) return { notRun }
      const { account, faults } = await runScenario(scenario, times, createRandom(seed))
      return { line: `${times} faults, ${describe(account)}`, faults }
    },
  }
}

async function faceHostile(): Promise<Outcome> {
  const notRun = await whyNoNetwork()
  if (notRun) return { notRun }
  const { receivers, urls, attempts, megabytes, grownMegabytes, longestMs, faults } = await runHostile()
  const line =
    `${receivers} receivers and ${urls} URLs, ${attempts} attempts, the longest ${longestMs} ms; the worker had ` +
    `${megabytes.join(', ')} MB (warm, after one attack, after two), the attacks added ${grownMegabytes} MB at most`
  return { line, faults }
}

// 50 black holes among 1,000 endpoints: the others' p99 may move by a tenth, beside what the machine moves by itself.
async function faceBlackHoles(triples: number, seconds: number): Promise<Outcome> {
  const found = await measureBlackHoles(triples, seconds)
  const { ratio, noise, bound, decision } = found.verdict
  const line =
    `p99 of the 950 others ${found.without.toFixed(1)} ms without, ${found.with.toFixed(1)} ms with 50 black holes; ` +
    `ratio ${ratio.toFixed(3)}, at most ${bound.toFixed(3)} where equal rounds differ by ${noise.toFixed(3)}; at least ${found.samples} samples ` +
    `in each round, ${found.held} requests held`
  if (decision === 'cannot be told') return { notRun: `the machine is too noisy to tell: ${line}` }
  const faults = [
    decision === 'is broken' && `the p99 of the others moved by more than a tenth: ${ratio.toFixed(3)}`,
    !found.held && 'no black hole held anything',
  ].filter((fault) => fault !== false)
  return { line, faults }
}
