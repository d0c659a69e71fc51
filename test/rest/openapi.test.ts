import { describe, expect, test } from 'vitest'
import type { Context } from '../../src/core/context.ts'
import { type Id, parseId } from '../../src/core/ids.ts'
import { reviewHealth } from '../../src/core/webhooks/health.ts'
import { buildOpenApi, endpointsIn } from '../../src/http/rest/openapi/index.ts'
import { bodyName } from '../../src/http/rest/openapi/webhooks.ts'
import { versionNames } from '../../src/http/rest/versions/index.ts'
import { describedEvents } from '../../src/http/rest/webhooks/event-body-schema.ts'
import { renderEvent } from '../../src/http/rest/webhooks/render-event.ts'
import { newApi, useServer } from '../support/api.ts'
import { endEachWay } from '../support/ceremony.ts'
import { database } from '../support/organization.ts'
import { setStage } from '../support/stage.ts'
import { compileSchemas, operationsOf, references } from './openapi-reader.ts'

const server = useServer()

describe.each(versionNames)('version %s', (version) => {
  const document = buildOpenApi(version)

  test('the server serves it', async () => {
    const reply = await server.app.inject(`/openapi.json?version=${version}`)
    expect(reply.json()).toEqual(buildOpenApi(version, 'http://sealane.localhost:3000'))
  })

  test('each operation has a unique id, a tag, a success and the errors of every request', () => {
    const operations = operationsOf(document)
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(endpointsIn(version).length)
    for (const { tags, summary, responses } of operations) {
      expect([tags.length, summary.length > 0]).toEqual([1, true])
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['422', '500', '503']))
    }
  })

  test('each reference has a target, and each schema is valid', () => {
    const found = [...references(document)]
    expect(found.length).toBeGreaterThan(50)
    for (const reference of found) expect(reference.found).toBeDefined()
    const check = compileSchemas(document)
    for (const name of Object.keys(document.components.schemas)) expect(check.of(name)).toBeTypeOf('function')
  })
})

test('the newest version is the default, and an unknown one is an error', async () => {
  expect((await server.app.inject('/openapi.json')).json().info.version).toBe('2.2')
  expect((await server.app.inject('/openapi.json?version=7')).statusCode).toBe(400)
})

/** Lets a webhook fail for these hours, and reviews its health after each. */
async function failFor(ctx: Context, webhookId: Id, hours: number[]): Promise<void> {
  const failing = { failing_since: ctx.now, consecutive_failures: 7 }
  await database.system.updateTable('webhook_lanes').set(failing).where('webhook_id', '=', webhookId).execute()
  for (const hour of hours) await reviewHealth(database.system, new Date(ctx.now.getTime() + hour * 3_600_000))
}

test.each(versionNames)('each webhook body of version %s fits the document', async (apiVersion) => {
  const { ctx } = await newApi(server)
  const { agreement_link_id = '', webhook_id = '' } = await setStage(ctx)
  await failFor(ctx, parseId('webhook', webhook_id) ?? '', [1, 121])
  await endEachWay(ctx, parseId('agreement_link', agreement_link_id) ?? '')
  const events = await ctx.db.selectFrom('events').selectAll().execute()
  expect(new Set(events.map(({ type }) => type)).size).toBe(describedEvents.length)
  const check = compileSchemas(buildOpenApi(apiVersion))
  for (const { id, type, data, occurred_at: occurredAt, is_test: isTest } of events) {
    const body = JSON.parse(renderEvent({ id, type, data, occurredAt, isTest }, { apiVersion }).toString())
    const ofBody = check.of(bodyName(type))
    expect(ofBody(body), JSON.stringify([ofBody.errors, body])).toBe(true)
  }
})
