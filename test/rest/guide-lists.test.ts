import { beforeAll, describe, expect, test } from 'vitest'
import { createAgreement, createAgreementLink } from '../../src/core/agreements/index.ts'
import { formatId } from '../../src/core/ids.ts'
import { orderVerification } from '../../src/core/verifications/index.ts'
import { type Api, newApi, testNow, useServer } from '../support/api.ts'
import { simpleAgreement } from '../support/signing.ts'
import { newConsentedSubject, newPerson, newVerification, providers } from '../support/verifications.ts'

const server = useServer()
const shared: { api?: Api; linkId?: string } = {}

type Item = Record<string, unknown>

beforeAll(async () => {
  const api = await newApi(server)
  const agreement = await createAgreement(api.ctx, simpleAgreement)
  const link = await createAgreementLink(api.ctx, { agreementId: agreement.id })
  const later = (ms: number) => ({ ...api.ctx, now: new Date(testNow.getTime() + ms) })
  await newVerification(later(1), { metadata: { internal_id: '123', internal_name: 'John Doe', internal_age: '30' } })
  await newVerification(later(2), { metadata: { internal_id: '123', internal_name: 'Jane Doe' } })
  await newVerification(later(3), { metadata: { your_internal_user_id: 123 }, type: 'motor_vehicle_record' })
  await newVerification(later(4), { type: 'panel_drug', tier: 'panel 5' })
  await newVerification(later(5), { type: 'panel_drug', tier: 'panel 10' })
  const subject = { subjectId: await newConsentedSubject(api.ctx), person: newPerson() }
  const order = { type: 'enhanced_identity_verification', ...subject, agreementLinkId: link.id }
  await orderVerification(later(6), providers, order)
  Object.assign(shared, { api, linkId: formatId('agreement_link', link.id) })
})

async function list(
  query: string,
): Promise<{ items: Item[]; total: number; page: number; size: number; pages: number }> {
  const reply = await shared.api?.call('GET', `/v2/verifications?${query}`)
  if (reply?.statusCode !== 200) throw new Error(reply?.body)
  return reply.json()
}

async function faultsOf(query: string): Promise<string[]> {
  const reply = await shared.api?.call('GET', `/v2/verifications?${query}`)
  expect(reply?.statusCode).toBe(422)
  return reply?.json().errors.map((fault: { path: string; message: string }) => `${fault.path}: ${fault.message}`)
}

describe('pages', () => {
  test('a page has 50 records by default, and the first page is the default', async () => {
    expect(await list('')).toMatchObject({ total: 6, page: 1, size: 50, pages: 1 })
  })

  test('the guide’s page 2 of 5 a page, of 6 in all, has one item', async () => {
    const { items, ...counts } = await list('size=5&page=2')
    expect([items.length, counts]).toEqual([1, { total: 6, page: 2, size: 5, pages: 2 }])
  })

  test('a page beyond the last is empty and has the same total', async () => {
    expect(await list('size=5&page=9')).toMatchObject({ items: [], total: 6, page: 9, pages: 2 })
  })

  test.each(['size=0', 'size=101', 'size=x', 'size=0x10', 'size=1e1', 'size= 5', 'size=', 'page=0', 'page=1.5'])(
    '%s is an error',
    async (query) => {
      expect(await faultsOf(query)).toHaveLength(1)
    },
  )

  test('an unknown parameter is refused by name, so that a misspelt filter does not show everything', async () => {
    expect(await faultsOf('verification_metdata={}')).toEqual([expect.stringContaining('verification_metdata: ')])
  })
})

describe('search', () => {
  test('the guide’s search by agreement link id finds what belongs to the link', async () => {
    expect(await list(`size=10&page=1&search=${shared.linkId}`)).toMatchObject({
      total: 1,
      items: [{ agreement_link_id: shared.linkId }],
    })
  })

  test.each([
    ['DRUG', 2],
    ['panel 10', 1],
    ['In_Progress', 1],
    ['pending', 1],
    ['started', 5],
    ['nothing', 0],
    ['%25', 0],
    ['_', 6],
  ])('%s finds %i', async (text, total) => {
    expect((await list(`search=${text}`)).total).toBe(total)
  })

  test('finds by the verification’s own id', async () => {
    const [{ verification_id } = {}] = (await list('size=1')).items
    expect((await list(`search=${verification_id}`)).total).toBe(1)
  })
})

describe('verification_metadata', () => {
  test.each([
    ['{"internal_id":"123", "internal_name":"John Doe"}', 1],
    ['{"internal_id":"123"}', 2],
    ['{"internal_id":123}', 2],
    ['{"your_internal_user_id":"123"}', 1],
    ['{"internal_id":"123","internal_name":"Nobody"}', 0],
    ['{}', 6],
  ])('%s finds %i: all must be equal, compared as text', async (filter, total) => {
    expect((await list(`verification_metadata=${encodeURIComponent(filter)}`)).total).toBe(total)
  })

  test.each(['[]', 'x', '"a"', '{"a":{"b":1}}'])('%s is an error', async (filter) => {
    expect(await faultsOf(`verification_metadata=${encodeURIComponent(filter)}`)).toHaveLength(1)
  })
})

describe('order_by', () => {
  const created = (items: Item[]) => items.map((item) => Number(item.created_at) - testNow.getTime())

  test('is created_at DESC by default', async () => {
    expect(created((await list('')).items)).toEqual([6, 5, 4, 3, 2, 1])
  })

  test.each(['created_at', 'created_at ASC', 'created_at asc'])('%s is the oldest first', async (order) => {
    expect(created((await list(`order_by=${order}`)).items)).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('takes several fields, comma-separated', async () => {
    const { items } = await list('order_by=verification_type DESC, created_at')
    expect(created(items)).toEqual([4, 5, 3, 1, 2, 6])
  })

  test.each([
    'updated_at',
    'last_status_at',
    'submitted_at',
    'verification_id',
    'verification_type',
    'verification_subtype',
    'verification_tier',
    'is_scan',
    'status',
    'result',
    'sub_status',
    'agreement_link_id',
    'organization_id',
  ])('%s orders, both ways', async (field) => {
    expect((await list(`order_by=${field}`)).total).toBe(6)
    expect((await list(`order_by=${field} DESC`)).total).toBe(6)
  })

  test('an unknown field is an error that lists the known ones', async () => {
    expect(await faultsOf('order_by=height')).toEqual([expect.stringContaining('created_at, updated_at')])
  })
})

test('all parameters work together', async () => {
  const filter = encodeURIComponent('{"internal_id":"123"}')
  const { items, total } = await list(
    `search=IDENTITY&verification_metadata=${filter}&order_by=created_at&size=1&page=2`,
  )
  expect([total, items[0]?.verification_metadata]).toEqual([2, { internal_id: '123', internal_name: 'Jane Doe' }])
})
