import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Context } from '../../src/core/context.ts'
import { createVault } from '../../src/core/vault.ts'
import { getRecovery, recoverWebhook } from '../../src/core/webhooks/index.ts'
import type { Fault } from './scenario.ts'
import type { Stage } from './stage.ts'

const perSecond = 10
const limitMs = 120_000

/**
 * Both webhooks are off for a while. Recoveries then send the missed events, while their worker is killed again and
 * again. Any event sent besides the missed ones is a duplicate without a fault.
 */
export const killRecoveries =
  (offMs: number, kills: number): Fault =>
  async ({ stage, random, complain }) => {
    await switchService(stage, false)
    await pause(offMs)
    await switchService(stage, true)
    const webhooks = await stage.database.system.selectFrom('webhooks').select(['organization_id', 'id']).execute()
    const recoveries = await Promise.all(
      webhooks.map(async (webhook) => {
        const ctx = contextOf(stage, webhook.organization_id)
        const { id } = await recoverWebhook(ctx, webhook.id, { since: new Date('2020-01-01'), perSecond })
        return () => getRecovery(ctx, webhook.id, id)
      }),
    )
    for (let n = 0; n < kills; n++) {
      await pause(300 + random() * 700)
      await stage.kill('worker')
      await stage.start('worker')
    }
    const end = Date.now() + limitMs
    for (const read of recoveries) {
      let found = await read()
      while (found.state === 'running' && Date.now() < end) {
        await pause(100)
        found = await read()
      }
      if (found.state !== 'done' || found.reopened !== found.total || !found.total) {
        complain(`a recovery is ${found.state} with ${found.reopened} of ${found.total}`)
      }
    }
  }

async function switchService(stage: Stage, isOn: boolean): Promise<void> {
  await sql`update webhooks set service_status = ${isOn}`.execute(stage.database.system)
}

function contextOf(stage: Stage, organizationId: string): Context {
  const db = stage.database.forOrganization(organizationId)
  return { db, organizationId, actor: { kind: 'system' }, now: new Date(), vault: createVault(Buffer.alloc(32)) }
}
