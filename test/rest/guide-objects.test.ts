import { describe, expect, test } from 'vitest'
import { formatId, newId } from '../../src/core/ids.ts'
import { renderEvent } from '../../src/http/rest/webhooks/render-event.ts'
import { newApi, testNow, useServer } from '../support/api.ts'
import { newVerification } from '../support/verifications.ts'

const server = useServer()

const guide22 = [
  'agreement_link_id',
  'created_at',
  'is_scan',
  'last_status_at',
  'latest_response',
  'organization_id',
  'result',
  'status',
  'sub_status',
  'submitted_at',
  'updated_at',
  'verification_details',
  'verification_id',
  'verification_metadata',
  'verification_subtype',
  'verification_tier',
  'verification_type',
]
const since22 = ['sub_status', 'last_status_at', 'submitted_at', 'verification_details']
const since21 = ['organization_id', 'is_scan', 'verification_subtype']

describe('the verification object', () => {
  test('has exactly the attributes of the guide’s table', async () => {
    const api = await newApi(server)
    const id = formatId('verification', (await newVerification(api.ctx)).id)
    const found = (await api.call('GET', `/v2/verifications/${id}`)).json()
    expect(Object.keys(found).sort()).toEqual(guide22)
    expect(found).toMatchObject({ created_at: testNow.getTime(), is_scan: false, agreement_link_id: null })
  })

  test.each([
    ['2.2', guide22, 'number'],
    ['2.1', guide22.filter((name) => !since22.includes(name)), 'number'],
    ['2.0', guide22.filter((name) => ![...since22, ...since21].includes(name)), 'string'],
  ])('in %s has the attributes of that version', async (version, names, time) => {
    const api = await newApi(server, { apiVersion: version })
    await newVerification(api.ctx)
    const [item] = (await api.call('GET', '/v2/verifications')).json().items
    expect([Object.keys(item).sort(), typeof item.created_at]).toEqual([names, time])
  })
})

describe('the version of a request', () => {
  test('is the key’s, unless the header names another; the reply echoes it', async () => {
    const api = await newApi(server, { apiVersion: '2.1' })
    const served = async (headers: Record<string, string>) =>
      (await api.call('GET', '/v2/verifications', { headers })).headers['harbour-version']
    expect([await served({}), await served({ 'harbour-version': '2.0' })]).toEqual(['2.1', '2.0'])
  })

  test('that does not exist is an error that lists the existing ones', async () => {
    const api = await newApi(server)
    const reply = await api.call('GET', '/v2/verifications', { headers: { 'harbour-version': '2.3' } })
    expect([reply.statusCode, reply.json().detail]).toEqual([400, expect.stringContaining('2.2, 2.1, 2.0')])
  })

  test('before the release of an endpoint answers 404 with the version that has it', async () => {
    const api = await newApi(server, { apiVersion: '2.0' })
    const reply = await api.call('GET', '/v2/webhooks')
    expect([reply.statusCode, reply.json().detail]).toEqual([404, expect.stringContaining('2.1')])
  })
})

describe('the body of a delivery', () => {
  const data = { verificationId: newId(), type: 'panel_drug', tier: 'panel 5', status: 'completed', result: 'verified' }
  const event = { id: newId(), type: 'verification', data, occurredAt: testNow, isTest: false }
  const bodyIn = (apiVersion: string) => JSON.parse(renderEvent(event, { apiVersion }).toString())

  test('has type, timestamp and data, in the version that its webhook is pinned to', () => {
    expect(bodyIn('2.2')).toMatchObject({ type: 'verification', timestamp: testNow.toISOString() })
    expect(bodyIn('2.2').data).toMatchObject({ verification_tier: 'panel 5', result: 'verified', sub_status: null })
    expect(Object.keys(bodyIn('2.1').data)).not.toContain('sub_status')
    expect(Object.keys(bodyIn('2.0').data)).not.toContain('is_scan')
  })

  test('of a webhook with an unknown version is in the newest', () => {
    expect(bodyIn('nonsense')).toEqual(bodyIn('2.2'))
  })

  test('is the same bytes each time', () => {
    expect(renderEvent(event, { apiVersion: '2.2' })).toEqual(renderEvent(event, { apiVersion: '2.2' }))
  })
})

test('the catalog serves the enums and the coverage of tiers and panels', async () => {
  const api = await newApi(server)
  const catalog = (await api.call('GET', '/v2/verification-catalog')).json()
  const tested = (panel: string) =>
    catalog.panel_coverage.filter((row: { verification_tiers: string[] }) => row.verification_tiers.includes(panel))
  const counts = ['panel 5', 'panel 7', 'panel 9', 'panel 10'].map((panel) => tested(panel).length)
  expect(counts).toEqual([5, 7, 9, 10])
  const tiers = catalog.tier_coverage.map((row: { verification_tiers: string[] }) => row.verification_tiers.length)
  expect(tiers).toEqual([3, 3, 3, 3, 2, 1])
})

test('a key has the documented form', async () => {
  const { key } = await newApi(server)
  expect(key).toMatch(/^APIKEY-\d{13}_[0-9a-f]{32}$/)
})
