import { expect, test } from 'vitest'
import { formatId } from '../../src/core/ids.ts'
import { newApi, useServer } from '../support/api.ts'
import { clientOf, newClient } from '../support/jsonapi.ts'
import { agreementAttributes, create } from './jsonapi/world.ts'

const server = useServer()
const given = { tags: ['a', 'b'], businessName: 'Acme', applicantSSN: '1', utm_source: 'mail' }
const kept = { tags: ['a', 'b'], businessName: 'Acme', utm_source: 'mail' }
const leftOut = [{ name: 'applicantSSN', reason: 'secret' }]
const signer = { name: 'Robin', email: 'robin@example.com' }

test('over REST, metadata keeps its lists, reports secrets, and sets what signers see and may change', async () => {
  const { call } = await newApi(server)
  const { title, source, signerRoles, fields } = agreementAttributes
  const body = { title, source, signer_roles: signerRoles, fields, shown_metadata: ['tags'] }
  const agreement = (await call('POST', '/v2/agreements', { body })).json()
  const changed = (
    await call('PUT', `/v2/agreements/${agreement.agreement_id}`, { body: { shown_metadata: null } })
  ).json()
  expect([agreement.shown_metadata, changed.shown_metadata, changed.version]).toEqual([['tags'], null, 2])
  const link = (await call('POST', '/v2/agreement-links', { body: { agreement_id: agreement.agreement_id } })).json()
  const submission = {
    agreement_link_id: link.agreement_link_id,
    submission_metadata: given,
    signer: { ...signer, may_change: true },
  }
  const made = (await call('POST', '/v2/submissions', { body: submission })).json()
  expect([made.submission_metadata, made.left_out, made.signers[0].may_change]).toEqual([kept, leftOut, true])
  const tracking = (
    await call('PUT', '/v2/organization', { body: { tracking_parameters: ['promo_*', 'promo_*'] } })
  ).json()
  expect([tracking.tracking_parameters, (await call('GET', '/v2/organization')).json()]).toEqual([
    ['promo_*'],
    tracking,
  ])
})

test('over JSON:API, metadata keeps its lists, reports secrets, and sets what signers see and may change', async () => {
  const client = clientOf(server.app, await newClient())
  const agreement = await create(client, 'agreements', { ...agreementAttributes, shownMetadata: ['tags'] })
  const change = { data: { type: 'agreements', id: agreement.id, attributes: { shownMetadata: null } } }
  const changed = (await client.call('PATCH', `/agreements/${agreement.id}`, { body: change })).body.data
  expect([agreement.attributes.shownMetadata, changed.attributes.shownMetadata]).toEqual([['tags'], null])
  const link = await create(
    client,
    'agreement-links',
    {},
    { agreement: { data: { type: 'agreements', id: agreement.id } } },
  )
  const to = { agreementLink: { data: { type: 'agreement-links', id: link.id } } }
  const made = await create(client, 'submissions', { metadata: given, newSigner: { ...signer, mayChange: true } }, to)
  expect([made.attributes.metadata, made.attributes.leftOut]).toEqual([kept, leftOut])
  const [who] = (await client.get(`/signers?filter[mayChange]=true`)).body.data
  expect(who.attributes).toMatchObject({ name: 'Robin', mayChange: true })
  const id = formatId('organization', client.ctx.organizationId)
  const body = { data: { type: 'organizations', id, attributes: { trackingParameters: ['promo_*'] } } }
  const { attributes } = (await client.call('PATCH', `/organizations/${id}`, { body })).body.data
  expect(attributes.trackingParameters).toEqual(['promo_*'])
})

test.each([['*'], ['a*b'], [''], ['x\u202ey']])(
  'a tracking parameter %j is refused over both dialects',
  async (name) => {
    const { call } = await newApi(server)
    const rest = await call('PUT', '/v2/organization', { body: { tracking_parameters: ['utm_*', name] } })
    expect([rest.statusCode, rest.json().errors[0].path]).toEqual([422, 'tracking_parameters.1'])
    const client = clientOf(server.app, await newClient())
    const id = formatId('organization', client.ctx.organizationId)
    const body = { data: { type: 'organizations', id, attributes: { trackingParameters: ['utm_*', name] } } }
    const { status, body: told } = await client.call('PATCH', `/organizations/${id}`, { body })
    expect([status, told.errors[0].source]).toEqual([422, { pointer: '/data/attributes/trackingParameters/1' }])
  },
)
