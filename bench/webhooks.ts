import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Case } from './result.ts'
import { measureEmitCost } from './webhooks/emit-cost.ts'
import { measureGrowth } from './webhooks/growth.ts'
import { measureLatency } from './webhooks/latency.ts'
import { measureRecovery } from './webhooks/recovery.ts'
import { openStand } from './webhooks/stand.ts'
import { measureThroughput } from './webhooks/throughput.ts'

/** Our delivery engine beside queues that people assemble for the same: signer and attempt row included everywhere. */
export async function run(): Promise<Case[]> {
  installPeers()
  const stand = await openStand()
  try {
    return [
      ...(await measureThroughput(stand)),
      ...(await measureLatency(stand)),
      ...(await measureEmitCost(stand)),
      ...(await measureGrowth(stand)),
      ...(await measureRecovery(stand)),
    ]
  } finally {
    await stand.close()
  }
}

// The peers are no part of the product's install.
function installPeers(): void {
  const folder = fileURLToPath(new URL('.', import.meta.url))
  if (existsSync(`${folder}/node_modules/bullmq`)) return
  execFileSync('npm', ['ci', '--omit=optional', '--ignore-scripts'], { cwd: folder, stdio: 'inherit' })
}
