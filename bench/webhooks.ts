import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Case } from './result.ts'
import { measureEmitCost } from './webhooks/emit-cost.ts'
import { measureGrowth } from './webhooks/growth.ts'
import { measureLatency } from './webhooks/latency.ts'
import { measureRecovery } from './webhooks/recovery.ts'
import { openStand, type Stand } from './webhooks/stand.ts'
import { measureThroughput } from './webhooks/throughput.ts'

const parts: Record<string, (stand: Stand) => Promise<Case[]>> = {
  deliveries: measureThroughput,
  latency: measureLatency,
  emit: measureEmitCost,
  growth: measureGrowth,
  recovery: measureRecovery,
}

/**
 * Our delivery engine beside queues that people use for the same, all with signer and attempt row. `chosen` names
 * parts; all run by default. Each part has its own servers, and one that fails is reported and leaves the others
 * their results.
 */
export async function run(chosen: readonly string[]): Promise<Case[]> {
  const unknown = chosen.filter((name) => !Object.hasOwn(parts, name))
  if (unknown.length) throw new Error(`Unknown: ${unknown.join(', ')}. Choose of ${Object.keys(parts).join(', ')}.`)
  installPeers()
  const cases: Case[] = []
  for (const [name, measure] of Object.entries(parts)) {
    if (chosen.length && !chosen.includes(name)) continue
    const start = performance.now()
    try {
      cases.push(...(await measurePart(measure)))
    } catch (error) {
      console.error(`${name} failed:`, error)
      process.exitCode = 1
    }
    console.log(`-- ${name}: ${((performance.now() - start) / 1_000).toFixed(0)} s`)
  }
  return cases
}

async function measurePart(measure: (stand: Stand) => Promise<Case[]>): Promise<Case[]> {
  const stand = await openStand()
  try {
    return await measure(stand)
  } finally {
    await stand.close()
  }
}

// The peers are no part of the product's install.
function installPeers(): void {
  const folder = fileURLToPath(new URL('webhooks/', import.meta.url))
  if (existsSync(`${folder}/node_modules/bullmq`)) return
  execFileSync('npm', ['ci', '--omit=optional', '--ignore-scripts'], { cwd: folder, stdio: 'inherit' })
}
