import { expect, test } from 'vitest'
import { onePage, writePdf } from '../../src/adapters/pdf-source/write-pdf.fixture.ts'
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
const post = (client: Client, attributes: object, path = '', relationships = {}) =>
  client.call('POST', `/agreement-previews${path}`, {
    body: { data: { type: 'agreement-previews', attributes, relationships } },
  })
const inject = (client: Client, attributes: object, relationships = {}) =>
  client.app.inject({
    method: 'POST',
    url: '/v1/api/agreement-previews/pdf',
    headers: { authorization: `Bearer ${client.token}`, 'content-type': mediaType },
    payload: JSON.stringify({ data: { type: 'agreement-previews', attributes, relationships } }),
  })

test('a preview shows a draft as signers will see it, with its values, and stores nothing', async () => {
  const client = await newClient()
  const { status, body } = await post(client, { ...written, values: { rent: '1200' } })
  expect(status).toBe(200)
  expect(body.data.attributes.html).toContain('<span class="filled">1200</span>')
  expect(body.data.attributes.html).toContain('<span class="blank">Signature</span>')
  expect(body.data.attributes.faults).toEqual([])
  expect((await client.get('/agreements')).body.meta.total).toBe(0)
})

test('a preview for a role has the controls of its fields, and those that stand nowhere below the text', async () => {
  const client = await newClient()
  const nowhere = {
    key: 'city',
    type: 'choice',
    role: 'tenant',
    label: 'City',
    choices: ['Bath', 'York'],
    required: true,
  }
  const fields = [...written.fields, nowhere]
  const { body } = await post(client, { ...written, fields, shownTo: 'tenant', values: { rent: '1200' } })
  const { html } = body.data.attributes
  expect(html).toMatch(/<input type="text" id="f-fields-rent" name="field.rent" value="1200"/)
  expect(String(html).split('<h2').at(-1)).toMatch(/<fieldset class="field group"|<select id="f-fields-city"/)
  expect(html).not.toContain('field.signature')
})

test('a preview for a role shows the fields of others as blanks with whose they are', async () => {
  const client = await newClient()
  const signerRoles = [...written.signerRoles, { key: 'landlord', name: 'Landlord' }]
  const mark = { key: 'seal', type: 'signature', role: 'landlord', label: 'Seal', required: true }
  const source = `${written.source}\n\n{{seal}}`
  const given = { ...written, source, signerRoles, fields: [...written.fields, mark], shownTo: 'landlord' }
  const { html } = (await post(client, given)).body.data.attributes
  expect([String(html).includes('name="field.'), String(html).includes('Rent · ')]).toEqual([false, true])
})

test('a preview for a role is the page of the ceremony: signature box, pad for initials, and rules of what shows', async () => {
  const common = { role: 'tenant', required: true }
  const fields = [
    ...written.fields,
    { ...common, key: 'rules', type: 'initials', label: 'Rules' },
    { ...common, key: 'late', type: 'text', label: 'Late', showIf: { field: 'rent', equals: 2 } },
  ]
  const { html } = (await post(await newClient(), { ...written, fields, shownTo: 'tenant' })).body.data.attributes
  expect(html).toContain('<fieldset id="f-signature" class="signature">')
  expect(html).toContain('<span class="initials" data-for="f-fields-rules"')
  expect(html).toMatch(/data-rules="[^"]*late/)
  expect(html).toContain('<div data-field="late" hidden>')
  // A browser never sends a form with this method.
  expect(html).toMatch(/^<h1>Fill in and sign<\/h1>\s*<form method="dialog"/)
})

test('a preview has the faults with their lines, and everything that can be shown', async () => {
  const client = await newClient()
  const { body } = await post(client, { ...written, source: '# Lease\n\n{{signature}}\n\n{{nobody}} owes {{rent}}' })
  expect(body.data.attributes.faults).toMatchObject([
    { pointer: '/data/attributes/source', line: 5, rule: 'known_field', detail: expect.stringContaining('nobody') },
  ])
  expect(body.data.attributes.html).toContain('Lease')
})

test('a preview shows nothing of a text that breaks a bound', async () => {
  const { body } = await post(await newClient(), { ...written, source: '[a]('.repeat(6_000) })
  expect([body.data.attributes.html, body.data.attributes.faults]).toMatchObject([null, [{ rule: 'document_marks' }]])
})

test('a preview leaves out invalid values', async () => {
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

test('a draft with faults gets no document', async () => {
  const { status, body } = await post(await newClient(), { ...written, source: '{{nobody}}' }, '/pdf')
  expect([status, body.errors[0].source]).toEqual([422, { pointer: '/data/attributes/source' }])
})

test('a preview needs the permission to write agreements', async () => {
  const { status, body } = await post(await newClient('viewer'), written)
  expect([status, body.errors[0].meta?.permission]).toEqual([403, 'agreements:write'])
})

const ofPdf = {
  title: 'Lease',
  signerRoles: [{ key: 'driver', name: 'Driver' }],
  fields: [{ key: 'signature_driver', type: 'signature', role: 'driver', label: 'Signature', required: true }],
}

async function newPdfAgreement(client: Client) {
  const fileUpload = { name: 'lease.pdf', base64: writePdf(onePage()).toString('base64') }
  const data = { type: 'agreements', attributes: { ...ofPdf, fileUpload } }
  const { body } = await client.call('POST', '/agreements', { body: { data } })
  return { agreement: { data: { type: 'agreements', id: body.data.id } } }
}

test('a preview of a PDF has its pages and the places of its fields, also at placeholders', async () => {
  const client = await newClient()
  const of = await newPdfAgreement(client)
  const { body } = await post(client, { ...ofPdf, source: '' }, '', of)
  expect(body.data.attributes.faults).toEqual([])
  expect(body.data.attributes.html).toContain('Page 1 of 1')
  expect(body.data.attributes.html).toContain('class="signature"')
  expect(body.data.attributes.spots).toMatchObject([{ field: 0, page: 1 }])
  const [, address = ''] = /src="(\/agree\/pages\/[^"]+)"/.exec(String(body.data.attributes.html)) ?? []
  expect((await client.app.inject({ url: address })).headers['content-type']).toBe('image/png')
})

test('a preview of a PDF has the pages and the fault of a field off its page', async () => {
  const client = await newClient()
  const of = await newPdfAgreement(client)
  const fields = ofPdf.fields.map((field) => ({ ...field, page: 2, x: 0, y: 0, width: 0.1, height: 0.1 }))
  const { body } = await post(client, { ...ofPdf, fields, source: '' }, '', of)
  expect(body.data.attributes.faults).toMatchObject([{ pointer: '/data/attributes/fields/0/page' }])
})

test('the document of a draft of a PDF has its pages', { timeout: 60_000 }, async () => {
  const client = await newClient()
  const of = await newPdfAgreement(client)
  const { statusCode, rawPayload } = await inject(client, { ...ofPdf, source: '' }, of)
  expect([statusCode, rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
})

test('the PDF of another organization cannot be previewed', async () => {
  const of = await newPdfAgreement(await newClient())
  const { status } = await post(await newClient(), { ...ofPdf, source: '' }, '', of)
  expect(status).toBe(404)
})
