import { beforeAll, expect, test } from 'vitest'
import { createAgreement, createAgreementLink } from '../../src/core/agreements/index.ts'
import { formatId } from '../../src/core/ids.ts'
import { type Api, newApi, testNow, useServer } from '../support/api.ts'
import { simpleAgreement } from '../support/signing.ts'
import { newVerification } from '../support/verifications.ts'

const server = useServer()
let api: Api

beforeAll(async () => {
  api = await newApi(server)
  const orders = [{}, { type: 'motor_vehicle_record' }, { type: 'panel_drug', tier: 'panel 5' }]
  for (const [index, order] of orders.entries())
    await newVerification({ ...api.ctx, now: new Date(testNow.getTime() + index * 1_000) }, order)
})

async function typesOf(query: string): Promise<string[]> {
  const reply = await api.call('GET', `/v2/verifications?${query}`)
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return reply.json().items.map((item: { verification_type: string }) => item.verification_type.split('_')[0])
}

const at = testNow.getTime()
test.each([
  ['status=started', ['panel', 'enhanced']],
  ['status=Started,IN_PROGRESS', ['panel', 'motor', 'enhanced']],
  ['status=started&status=in_progress', ['panel', 'motor', 'enhanced']],
  ['status[]=started&status[]=in_progress', ['panel', 'motor', 'enhanced']],
  ['status[0]=started&status[1]=in_progress', ['panel', 'motor', 'enhanced']],
  ['status=completed', []],
  ['result=pending', ['motor']],
  ['result=null', ['panel', 'enhanced']],
  ['result=null,pending', ['panel', 'motor', 'enhanced']],
  ['verification_type=panel_drug', ['panel']],
  ['type=panel_drug,motor_vehicle_record&result=null', ['panel']],
  ['agreement_link_id=null', ['panel', 'motor', 'enhanced']],
  ['created_at=2026-03-01', ['panel', 'motor', 'enhanced']],
  ['created_at=2026-03-02', []],
  [`created_at=${at + 1_000}`, ['motor']],
  [`created_at=${at}..${at + 2_000}`, ['motor', 'enhanced']],
  ['created_at=2026-03-01T12:00:01Z..', ['panel', 'motor']],
  ['created_at=..2026-03-01T12:00:01Z', ['enhanced']],
  ['created_at=..2026-03-01T12:00:01.000001Z', ['motor', 'enhanced']],
  ['updated_at=2026-03-01T13:00:01%2B01:00', ['motor']],
])('%s filters the list', async (query, types) => {
  expect(await typesOf(query)).toEqual(types)
})

test.each([
  ['status=nonsense', 'status.0', 'Use one of: started'],
  ['type=x', 'type.0', 'Use one of'],
  ['created_at=1767225600', 'created_at', 'Unix timestamps count milliseconds.'],
  ['created_at=1767225600000000..', 'created_at', 'Unix timestamps count milliseconds.'],
  ['created_at=1..2', 'created_at', 'milliseconds'],
  ['created_at=yesterday', 'created_at', 'Use a moment'],
  ['updated_at=2026-02-30', 'updated_at', 'Use a moment'],
  ['agreement_link_id=x', 'agreement_link_id', 'Use ids'],
  ['page=1&page=2', 'page', 'Send this parameter once.'],
  ['search=a&search=b', 'search', 'Send this parameter once.'],
  [`status=${Array.from({ length: 101 }, () => 'started').join()}`, 'status', 'Send at most 100 elements.'],
  ['page=2&cursor=*', 'page', 'page or a cursor'],
  ['cursor=x', 'cursor', 'Send a cursor exactly as this list gave it'],
])('%s is refused by its parameter', async (query, path, message) => {
  const reply = await api.call('GET', `/v2/verifications?${query}`)
  expect(reply.statusCode).toBe(422)
  expect(reply.json().errors).toMatchObject([{ path, message: expect.stringContaining(message) }])
})

test.each(['', '&order_by=verification_type', '&order_by=updated_at DESC,status', '&status=started', '&search=e'])(
  'cursors lead through the list once, with its filters and its order (%s)',
  async (query) => {
    const found: string[] = []
    for (let cursor: string | null = '*'; cursor !== null; ) {
      const reply = await api.call('GET', `/v2/verifications?size=1&cursor=${encodeURIComponent(cursor)}${query}`)
      const body = reply.json()
      found.push(...body.items.map((item: { verification_type: string }) => item.verification_type.split('_')[0]))
      expect([body.total, body.page, body.size]).toEqual([
        await typesOf(query).then((all) => all.length),
        found.length,
        1,
      ])
      cursor = body.next_cursor
    }
    expect(found).toEqual(await typesOf(query))
  },
)

test('a list by page has no cursor, so that its released shape stays', async () => {
  const { json } = await api.call('GET', '/v2/verifications?size=1')
  expect(Object.keys(json())).toEqual(['items', 'total', 'page', 'size', 'pages'])
})

test('every list accepts cursors', async () => {
  const agreement = await createAgreement(api.ctx, simpleAgreement)
  await createAgreementLink(api.ctx, { agreementId: agreement.id })
  for (const path of [
    'agreements',
    'agreement-links',
    'submissions',
    'consents',
    'consent-texts',
    'webhooks',
    'event-log',
  ]) {
    const { statusCode, body } = await api.call('GET', `/v2/${path}?cursor=*`)
    expect([path, statusCode, JSON.parse(body).next_cursor]).toEqual([path, 200, null])
  }
  const links = await api.call(
    'GET',
    `/v2/agreement-links?agreement_id=${formatId('agreement', agreement.id)}&is_active=true`,
  )
  expect(links.json().total).toBe(1)
})
