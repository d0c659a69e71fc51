import { setTimeout as pause } from 'node:timers/promises'
import { fetching, newVisitor } from '../support/visitor.ts'
import type { Tenant } from './stage.ts'

/** A call that was answered with success: its event must arrive. */
type Acknowledged = { token: string; tenant: Tenant; at: number }

export type Load = {
  acknowledged: Acknowledged[]
  /** Calls with an error, by status. 0 means no answer at all. */
  refused: { token: string; status: number; at: number }[]
  stop(): Promise<void>
}

const timeoutMs = 10_000
/** With more open calls than this, the next ones are left out, because a growing queue shows only itself. */
const mostOpen = 16

/**
 * Opens agreement links at a steady rate, as far as the server keeps up. Each call has its own token and address,
 * because one visitor may not open a link so often.
 */
export function startLoad(base: string, tenants: Tenant[], perSecond: number): Load {
  const stopping = new AbortController()
  const calls = new Set<Promise<void>>()
  const load: Load = {
    acknowledged: [],
    refused: [],
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
    const status = await openLink(base, `/agree/${tenant.link}/?load=${token}`, number)
    const at = Date.now()
    if (status >= 200 && status < 400) load.acknowledged.push({ token, tenant, at })
    else load.refused.push({ token, status, at })
  }

  async function run(): Promise<void> {
    const start = performance.now()
    for (let number = 0; !stopping.signal.aborted; number++) {
      if (calls.size < mostOpen) {
        const work = call(number).finally(() => calls.delete(work))
        calls.add(work)
      }
      await pause(Math.max(0, start + ((number + 1) * 1_000) / perSecond - performance.now()))
    }
  }

  const running = run()
  return load
}

/** The status of the answer to a person's opening; 0 without an answer. */
async function openLink(base: string, path: string, visitor: number): Promise<number> {
  const headers = {
    'x-forwarded-for': `2001:db8:${(visitor >> 16).toString(16)}:${(visitor & 0xffff).toString(16)}::1`,
    'x-forwarded-proto': 'https',
  }
  const browser = newVisitor(fetching(base, AbortSignal.timeout(timeoutMs)), path)
  try {
    const page = await browser.get(path, headers)
    return page.status === 200 ? (await browser.view(headers)).status : page.status
  } catch {
    return 0
  }
}
