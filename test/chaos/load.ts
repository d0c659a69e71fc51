import { setTimeout as pause } from 'node:timers/promises'
import type { Tenant } from './stage.ts'

/** A call that was answered with success: its event must arrive. */
export type Acknowledged = { token: string; tenant: Tenant; at: number }

export type Load = { acknowledged: Acknowledged[]; refused: number; stop(): Promise<void> }

const timeoutMs = 5_000

/** Opens agreement links at a steady rate, whatever becomes of the server; each with a token of its own. */
export function startLoad(base: string, tenants: Tenant[], perSecond: number): Load {
  const stopping = new AbortController()
  const calls = new Set<Promise<void>>()
  const load: Load = {
    acknowledged: [],
    refused: 0,
    async stop() {
      stopping.abort()
      await running
      await Promise.all(calls)
    },
  }

  async function call(number: number): Promise<void> {
    const tenant = tenants[number % tenants.length]
    if (!tenant) return
    const token = `load-${tenant.slug}-${number}`
    try {
      const response = await fetch(`${base}/agree/${tenant.link}?token=${token}`, {
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      })
      await response.arrayBuffer()
      if (response.status < 400) load.acknowledged.push({ token, tenant, at: Date.now() })
      else load.refused++
    } catch {
      load.refused++
    }
  }

  async function run(): Promise<void> {
    const start = performance.now()
    for (let number = 0; !stopping.signal.aborted; number++) {
      const work = call(number).finally(() => calls.delete(work))
      calls.add(work)
      await pause(Math.max(0, start + ((number + 1) * 1_000) / perSecond - performance.now()))
    }
  }

  const running = run()
  return load
}
