import { expect, test } from 'vitest'
import { agreementAttributes } from '../conformance/jsonapi/world.ts'
import { type Client, mediaType, newClient } from '../support/jsonapi.ts'

const written = {
  ...agreementAttributes,
  source: '# Lease\n\nRent: {{rent}}\n\n{{signature}}',
  fields: [
    ...agreementAttributes.fields,
    { key: 'rent', type: 'number', role: 'tenant', label: 'Rent', required: true },
  ],
}
const post = (client: Client, attributes: object, path = '') =>
  client.call('POST', `/agreement-previews${path}`, { body: { data: { type: 'agreement-previews', attributes } } })
const inject = (client: Client, attributes: object) =>
  client.app.inject({
    method: 'POST',
    url: '/v1/api/agreement-previews/pdf',
    headers: { authorization: `Bearer ${client.token}`, 'content-type': mediaType },
    payload: JSON.stringify({ data: { type: 'agreement-previews', attributes } }),
  })

test('a draft is shown as signers will see it, with what stands in its fields, and nothing is kept', async () => {
  const client = await newClient()
  const { status, body } = await post(client, { ...written, values: { rent: '1200' } })
  expect(status).toBe(200)
  expect(body.data.attributes.html).toContain('<span class="filled">1200</span>')
  expect(body.data.attributes.html).toContain('<span class="blank">Signature</span>')
  expect(body.data.attributes.faults).toEqual([])
  expect((await client.get('/agreements')).body.meta.total).toBe(0)
})

test('what is wrong is told with its line, beside what can be shown', async () => {
  const client = await newClient()
  const { body } = await post(client, { ...written, source: '# Lease\n\n{{signature}}\n\n{{nobody}} owes {{rent}}' })
  expect(body.data.attributes.faults).toMatchObject([
    { pointer: '/data/attributes/source', line: 5, rule: 'known_field', detail: expect.stringContaining('nobody') },
  ])
  expect(body.data.attributes.html).toContain('Lease')
})

test('a text that breaks a bound is not shown at all', async () => {
  const { body } = await post(await newClient(), { ...written, source: '[a]('.repeat(6_000) })
  expect([body.data.attributes.html, body.data.attributes.faults]).toMatchObject([null, [{ rule: 'document_marks' }]])
})

test('what may not stand in a field is left out', async () => {
  const { body } = await post(await newClient(), { ...written, values: { rent: 'much', other: 'x' } })
  expect(body.data.attributes.html).toContain('<span class="blank">Rent</span>')
})

test('markup in a value is text', async () => {
  const fields = written.fields.map((field) => (field.key === 'rent' ? { ...field, type: 'text' } : field))
  const { body } = await post(await newClient(), { ...written, fields, values: { rent: '<b>1</b>' } })
  expect(body.data.attributes.html).toMatch(/class="filled">&[^<]*b[^<]*1/)
})

test('the document of a draft is a PDF', { timeout: 60_000 }, async () => {
  const answer = await inject(await newClient(), { ...written, values: { rent: '1200' } })
  expect([answer.statusCode, answer.headers['content-type'], answer.rawPayload.subarray(0, 5).toString()]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ])
})

test('a draft with faults makes no document', async () => {
  const { status, body } = await post(await newClient(), { ...written, source: '{{nobody}}' }, '/pdf')
  expect([status, body.errors[0].source]).toEqual([422, { pointer: '/data/attributes/source' }])
})

test('who may not write agreements is shown none', async () => {
  const { status, body } = await post(await newClient('viewer'), written)
  expect([status, body.errors[0].meta]).toEqual([403, { permission: 'agreements:write' }])
})
