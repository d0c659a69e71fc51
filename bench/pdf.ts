import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { documents } from './pdf/documents.ts'
import { engines } from './pdf/engines.ts'
import type { Case } from './result.ts'

const script = fileURLToPath(new URL('pdf/one-process.ts', import.meta.url))
const execute = promisify(execFile)
const sides = ['ours', 'peer'] as const
const rounds = { first: 3, warm: 9, memory: 1 }
const many = 500

/**
 * Finished agreements as PDFs, beside the typesetter alone in this process: the cost of its own process. The costs
 * of the former renderer stand in results/pdf-engines.json.
 */
export async function run(only: readonly string[]): Promise<Case[]> {
  const cases: Case[] = []
  const wanted = (name: string) => only.length === 0 || only.some((part) => name.includes(part))
  for (const name of Object.keys(documents)) {
    if (wanted(`${name}, first`)) cases.push(await measureFirst(name))
    if (wanted(`${name}, warm`)) cases.push(await measureWarm(name))
  }
  if (wanted('memory')) cases.push(await measureMemory('2 pages'), await measureMemory('many scripts'))
  return cases
}

async function measureFirst(name: string): Promise<Case> {
  const samples = { ours: [] as number[], peer: [] as number[] }
  for (let round = 0; round < rounds.first; round++) {
    for (const side of sides) samples[side].push((await runAlone(side, name, 1)).first)
  }
  return { case: `${name}, first in a new process`, ...samples, unit: 'ms', better: 'lower' }
}

async function measureWarm(name: string): Promise<Case> {
  const samples = { ours: [] as number[], peer: [] as number[] }
  const input = documents[name]
  const alive = setInterval(() => {}, 1_000)
  for (const side of sides) {
    const render = await engines[side]?.()
    if (!render || !input) throw new Error(`There is nothing to measure for ${side} and ${name}.`)
    for (let round = 0; round < 3; round++) await render(input)
  }
  for (let round = 0; round < rounds.warm; round++) {
    for (const side of sides) {
      const render = await engines[side]?.()
      const start = performance.now()
      if (render && input) await render(input)
      samples[side].push(performance.now() - start)
    }
  }
  clearInterval(alive)
  return { case: `${name}, warm`, ...samples, unit: 'ms', better: 'lower' }
}

async function measureMemory(name: string): Promise<Case> {
  const samples = { ours: [] as number[], peer: [] as number[] }
  for (let round = 0; round < rounds.memory; round++) {
    for (const side of sides) samples[side].push((await runAlone(side, name, many)).megabytes)
  }
  return { case: `memory after ${many} documents of ${name}`, ...samples, unit: 'MB', better: 'lower' }
}

async function runAlone(side: string, name: string, count: number): Promise<{ first: number; megabytes: number }> {
  const { stdout } = await execute(process.execPath, [script, side, name, String(count)])
  return JSON.parse(stdout)
}
