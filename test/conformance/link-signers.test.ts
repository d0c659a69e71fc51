import { expect, test } from 'vitest'
import { formatId } from '../../src/core/ids.ts'
import { newApi, useServer } from '../support/api.ts'
import { clientOf, newClient } from '../support/jsonapi.ts'
import { newAgreementFor } from '../support/several.ts'

const server = useServer()
const roles = [{ role: 'tenant' }, { role: 'landlord' }, { role: 'file', kind: 'copy' }] as const
const grace = { role: 'landlord', name: null, email: 'grace@example.com', fields: {} }
const wrong = [
  { ...grace, fields: { rent: 5, signature_landlord: 'Grace' } },
  { role: 'file', email: 'file@example.com' },
  { role: 'landlrd', email: 'nobody@example.com' },
]
const faulty = ['signers.0.fields.rent', 'signers.0.fields.signature_landlord', 'signers.1.access', 'signers.2.role']

test('over REST, a link shows the access and delegation of its people, and names each that does not fit', async () => {
  const { ctx, call } = await newApi(server)
  const agreement_id = formatId('agreement', (await newAgreementFor(ctx, roles)).agreementId)
  const access = { email_code: true }
  const signers = [{ ...grace, access, may_delegate: true }]
  const made = await call('POST', '/v2/agreement-links', { body: { agreement_id, signers } })
  expect([made.statusCode, made.json().signers]).toEqual([201, signers])
  const [landlord, file, stranger] = wrong
  const body = { signers: [landlord, { ...file, access }, stranger] }
  const refused = await call('PUT', `/v2/agreement-links/${made.json().agreement_link_id}`, { body })
  expect(refused.statusCode).toBe(422)
  expect(refused.json().errors.map(({ path }: { path: string }) => path)).toEqual(faulty)
})

test('over JSON:API, a link shows the access and delegation of its people, and names each that does not fit', async () => {
  const { call, ctx } = clientOf(server.app, await newClient())
  const { agreementId, id } = await newAgreementFor(ctx, roles)
  const agreement = { data: { type: 'agreements', id: formatId('agreement', agreementId) } }
  const access = { emailCode: true }
  const signers = [{ ...grace, access, mayDelegate: true }]
  const data = { type: 'agreement-links', attributes: { signers }, relationships: { agreement } }
  const made = await call('POST', '/agreement-links', { body: { data } })
  expect([made.status, made.body.data?.attributes.signers]).toEqual([201, signers])
  const given = { signers: [wrong[0], { ...wrong[1], access }, wrong[2]] }
  const linkId = formatId('agreement_link', id)
  const change = { data: { type: 'agreement-links', id: linkId, attributes: given } }
  const { body } = await call('PATCH', `/agreement-links/${linkId}`, { body: change })
  const pathOf = (pointer = '') => pointer.replace('/data/attributes/', '').replaceAll('/', '.')
  expect((body.errors ?? []).map(({ source }) => pathOf(source?.pointer))).toEqual(faulty)
})
