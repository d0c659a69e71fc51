import { expect, test } from 'vitest'
import { verifyChain } from '../../src/core/audit/index.ts'
import { renderEvent } from '../../src/http/rest/webhooks/render-event.ts'
import { goodFields, goodSignature, newIdentified, newSigning } from '../support/signing.ts'

test('the body of agreement.completed has the length of the trail and the hash of its last row', async () => {
  const signing = await newSigning()
  await (await newIdentified(signing)).post('sign', { ...goodFields, ...goodSignature })
  await signing.finish()
  const { db } = signing.ctx
  const event = await db
    .selectFrom('events')
    .selectAll()
    .where('type', '=', 'agreement.completed')
    .executeTakeFirstOrThrow()
  const told = { ...event, occurredAt: event.occurred_at, isTest: event.is_test }
  const { trail } = JSON.parse(renderEvent(told, { apiVersion: '2.2' }).toString()).data
  const chain = await verifyChain(signing.ctx, event.subject_id)
  const { length } = await db.selectFrom('audit_events').select('id').where('chain', '=', event.subject_id).execute()
  expect(chain).toMatchObject({ intact: true, head: Buffer.from(trail.head, 'hex') })
  expect(trail.length).toBe(length)
})
