import { expect, test } from 'vitest'
import { formatId } from '../../src/core/ids.ts'
import { create, post } from '../conformance/jsonapi/world.ts'
import { type Client, newClient, newColleague } from '../support/jsonapi.ts'
import { newVerification, runJob } from '../support/verifications.ts'

const kind = { type: 'us_criminal_record_check', tier: 'request_us_criminal_record_check_tier_1' }
const to = (id: string) => ({ verification: { data: { type: 'verifications', id } } })
const decide = (client: Client, id: string) => post(client, 'decisions', { result: 'rejected', reason: 'Seen' }, to(id))

async function newReview({ ctx }: Client): Promise<string> {
  const { id } = await newVerification(ctx, { ...kind, last: 'Consider' })
  await runJob(ctx, 'verification.submit', id)
  await runJob(ctx, 'verification.sync', id, 9_000)
  return formatId('verification', id)
}

test('a claim without a verification gets the next one, and the next person gets another', async () => {
  const client = await newClient()
  const colleague = await newColleague(client, 'manager')
  const waiting = [await newReview(client), await newReview(client)]
  const claims = [await create(client, 'review-claims', {}), await create(colleague, 'review-claims', {})]
  expect(claims.map(({ relationships }) => relationships.verification?.data?.id).sort()).toEqual(waiting.sort())
  const third = await post(await newColleague(client, 'manager'), 'review-claims', {})
  expect([third.status, third.body.errors[0].code]).toEqual([409, 'no_review_waits'])
})

test('nobody else can decide on a claimed verification until it is released', async () => {
  const client = await newClient()
  const colleague = await newColleague(client, 'manager')
  const id = await newReview(client)
  const claim = await create(client, 'review-claims', {}, to(id))
  const refused = await decide(colleague, id)
  expect([refused.status, refused.body.errors[0].code]).toEqual([409, 'review_claimed'])
  expect((await client.call('DELETE', `/review-claims/${claim.id}`)).status).toBe(204)
  expect((await decide(colleague, id)).status).toBe(201)
})

test('a decision ends the claim and the waiting', async () => {
  const client = await newClient()
  const id = await newReview(client)
  await create(client, 'review-claims', {}, to(id))
  expect((await decide(client, id)).status).toBe(201)
  const claims = await client.get('/review-claims')
  const waiting = await client.get('/verifications?filter[awaitsReview]=true&include=reviewClaims')
  expect([claims.body.meta.total, waiting.body.meta.total]).toEqual([0, 0])
})

test('a verification that needs no review cannot be claimed', async () => {
  const client = await newClient()
  const { id } = await newVerification(client.ctx)
  const { status, body } = await post(client, 'review-claims', {}, to(formatId('verification', id)))
  expect([status, body.errors[0].code]).toEqual([409, 'review_not_needed'])
})
