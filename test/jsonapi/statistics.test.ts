import { beforeAll, expect, test } from 'vitest'
import { samples } from '../../tools/samples/jsonapi.ts'
import { agreementAttributes, create, newWorld, type World } from '../conformance/jsonapi/world.ts'
import { newClient } from '../support/jsonapi.ts'
import { newVerification, runJob } from '../support/verifications.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})

const attributesOf = async (path: string) => {
  const { status, text, body } = await world.get(path)
  if (status !== 200) throw new Error(text)
  return body.data.attributes
}
const listOf = (value: unknown) => value as Record<string, unknown>[]

test('statistics of verifications count each one once, by its day and state', async () => {
  const { meta } = (await world.get('/verifications?filter[isScan]=false')).body
  const { ordered, open, verified, rejected, ended, days, kinds } = await attributesOf(
    '/verification-statistics/30-days',
  )
  expect([ordered, listOf(days)]).toMatchObject([meta.total, { length: 30 }])
  expect(Number(open) + Number(verified) + Number(rejected) + Number(ended)).toBe(ordered)
  const sum = (rows: unknown) => listOf(rows).reduce((total, row) => total + Number(row.ordered), 0)
  expect([sum(days), sum(kinds)]).toEqual([ordered, ordered])
})

test('statistics of submissions count begun and completed ones, with the time between', async () => {
  const { meta } = (await world.get('/submissions')).body
  const { begun, completed, days } = await attributesOf('/submission-statistics/7-days')
  expect([begun, completed]).toEqual([meta.total, 1])
  expect(listOf(days).at(-1)).toMatchObject({ begun, completed: 1, sampled: 1, medianMs: expect.any(Number) })
})

test('statistics of a webhook have attempts, times and causes', async () => {
  const { attempts, failed, stretches, causes } = await attributesOf(`/webhook-statistics/${world.webhook}_day`)
  expect([attempts, failed]).toEqual([1, 1])
  expect(listOf(stretches).at(-1)).toMatchObject({ attempts: 1, sampled: 1, medianMs: 12, p90Ms: 12 })
  expect(causes).toEqual([
    {
      outcome: 'http_status',
      httpStatus: 500,
      attempts: 1,
      lastError: 'The receiver answered 500; only 2xx is success.',
      lastErrorSentence: { sentence: 'attempts.status', values: { status: 500 } },
    },
  ])
})

test('the statistics of a webhook can be filtered by it', async () => {
  const { body } = await world.get(`/webhook-statistics?filter[webhook]=${world.webhook}&sort=span`)
  expect(body.data.map(({ attributes }) => attributes.span)).toEqual(['day', 'month', 'week'])
})

test('each kind of open task is counted, and a list finds the same rows', async () => {
  const client = await newClient()
  const { id } = await newVerification(client.ctx, {
    type: 'us_criminal_record_check',
    tier: 'request_us_criminal_record_check_tier_1',
    last: 'Consider',
  })
  await runJob(client.ctx, 'verification.submit', id)
  await runJob(client.ctx, 'verification.sync', id, 9_000)
  const { attributes } = (await client.get('/open-tasks/reviews')).body.data
  const waiting = (await client.get('/verifications?filter[awaitsReview]=true')).body.data
  expect([attributes.count, waiting.length, waiting[0].attributes.awaitsReview]).toEqual([1, 1, true])
})

test('a file that has stopped on its way to many waits for somebody, until it goes on', async () => {
  const client = await newClient()
  const agreement = await create(client, 'agreements', agreementAttributes)
  const ofAgreement = { agreement: { data: { type: 'agreements', id: agreement.id } } }
  const { id: link } = await create(client, 'agreement-links', {}, ofAgreement)
  const ofLink = { agreementLink: { data: { type: 'agreement-links', id: link } } }
  const { id } = await create(client, 'bulk-sends', samples['bulk-sends']?.attributes ?? {}, ofLink)
  const count = async () => (await client.get('/open-tasks/stopped-bulk-sends')).body.data.attributes.count
  expect(await count()).toBe(1)
  await client.call('PATCH', `/bulk-sends/${id}`, {
    body: { data: { type: 'bulk-sends', id, attributes: { isStopped: false } } },
  })
  expect(await count()).toBe(0)
})

test('nobody sees the tasks that they may not read', async () => {
  const ids = async (role: string) => (await (await newClient(role)).get('/open-tasks')).body.data.map(({ id }) => id)
  expect(await ids('admin')).toContain('ending-api-keys')
  expect(await ids('viewer')).not.toContain('ending-api-keys')
})

test.each(['/verification-statistics/31-days', '/webhook-statistics/wb_x_day', '/open-tasks/anything'])(
  '%s is not found',
  async (path) => expect((await world.get(path)).status).toBe(404),
)

test('statistics exclude other organizations', async () => {
  const stranger = await newClient()
  const paths = ['/verification-statistics/7-days', '/submission-statistics/7-days', '/open-tasks/waiting-submissions']
  for (const path of paths) {
    const { ordered, begun, count } = (await stranger.get(path)).body.data.attributes
    expect([path, ordered ?? begun ?? count]).toEqual([path, 0])
  }
})
