import { expect, test } from 'vitest'
import { manyPages, onePage, withForm, writePdf } from '../src/adapters/pdf-source/write-pdf.fixture.ts'
import { deleteAgreement } from '../src/core/agreements/index.ts'
import { readId } from '../src/http/rest/endpoint.ts'
import { type Api, newApi, useServer } from './support/api.ts'
import { newClient } from './support/jsonapi.ts'

const server = useServer()
const letter = '/MediaBox [0 0 612 792]'
const pdf = writePdf(onePage())
const upload = (bytes: Buffer, name = 'lease.pdf') => ({ name, base64: bytes.toString('base64') })
const roles = [{ key: 'driver', name: 'Driver' }]
const signature = { key: 'signature_driver', type: 'signature', role: 'driver', label: 'Signature', required: true }
const agreement = { title: 'Lease', signer_roles: roles, fields: [signature], file_upload: upload(pdf) }
const post = (api: Api, more: object = {}) => api.call('POST', '/v2/agreements', { body: { ...agreement, ...more } })

test('an agreement can be a PDF, and returns the unchanged file', async () => {
  const api = await newApi(server)
  const made = await post(api)
  expect(made.statusCode).toBe(201)
  expect(made.json().file).toEqual({ name: 'lease.pdf', byte_size: pdf.length, pages: [{ width: 612, height: 792 }] })
  const file = await api.call('GET', `/v2/agreements/${made.json().agreement_id}/file`)
  expect(file.rawPayload.equals(pdf)).toBe(true)
})

test('a PDF can be sent as a part of a form', async () => {
  const api = await newApi(server)
  const form = new FormData()
  form.set('title', 'Lease')
  form.set('signer_roles', JSON.stringify(roles))
  form.set('fields', '[]')
  form.set('import_fields', 'true')
  form.set('file_upload', new File([new Uint8Array(pdf)], 'of a form.pdf', { type: 'application/pdf' }))
  const body = new Response(form)
  const payload = Buffer.from(await body.arrayBuffer())
  const headers = { 'content-type': body.headers.get('content-type') ?? '' }
  const made = await api.call('POST', '/v2/agreements', { headers, body: payload })
  expect(made.json()).toMatchObject({ file: { name: 'of a form.pdf' }, fields: [{ key: 'signature_driver' }] })
})

test('the fields of a PDF form become fields at the same places', async () => {
  const api = await newApi(server)
  const made = await post(api, { fields: [], import_fields: true, file_upload: upload(writePdf(withForm())) })
  expect(made.json().fields).toMatchObject([
    { key: 'full_name', type: 'text', label: 'Full name', required: true, page: 1, x: expect.closeTo(0.1176, 3) },
    { key: 'agree', type: 'checkbox', page: 1 },
    { key: 'sign_here', type: 'signature', page: 1, role: 'driver' },
  ])
})

test.each([
  [{ file_upload: upload(Buffer.from('hello')) }, 'file_upload', /not a PDF/],
  [{ file_upload: { name: 'x.pdf', base64: 'not base64!' } }, 'file_upload.base64', /base64/],
  [
    { file_upload: upload(writePdf(manyPages(Array.from({ length: 301 }, () => letter)))) },
    'file_upload',
    /more than 300 pages/,
  ],
  [{ source: '# A text' }, 'source', /not both/],
  [{ file_upload: undefined }, 'source', /file_upload/],
  [{ file_upload: undefined, source: 'x {{signature_driver}}', import_fields: true }, 'import_fields', /file/],
  [{ fields: [{ ...signature, page: 2, x: 0, y: 0, width: 0.5, height: 0.1 }] }, 'fields.0.page', /1 page/],
  [
    {
      fields: [signature, { ...signature, key: 'more', type: 'text', page: 1, x: 0.9, y: 0, width: 0.5, height: 0.1 }],
    },
    'fields.1.x',
    /right edge/,
  ],
])('a bad file or place is reported, and nothing is stored: %#', async (more, path, words) => {
  const api = await newApi(server)
  const { statusCode, body } = await post(api, more)
  expect(statusCode).toBe(422)
  expect(body).toContain(path)
  expect(body).toMatch(words)
  expect((await api.call('GET', '/v2/agreements')).json().total).toBe(0)
})

test('a new PDF makes a version, a text replaces it, and the PDF is deleted with its last version', async () => {
  const api = await newApi(server)
  const { agreement_id: id } = (await post(api)).json()
  const second = await api.call('PUT', `/v2/agreements/${id}`, { body: { file_upload: upload(pdf, 'again.pdf') } })
  expect(second.json()).toMatchObject({ version: 2, file: { name: 'again.pdf' } })
  const kept = () => api.ctx.db.selectFrom('pdf_sources').select('byte_size').execute()
  expect(await kept()).toEqual([{ byte_size: pdf.length }])
  const text = await api.call('PUT', `/v2/agreements/${id}`, { body: { source: 'By {{signature_driver}}' } })
  expect(text.json()).toMatchObject({ version: 3, file: null, language: 'en' })
  await deleteAgreement(api.ctx, readId('agreement', id))
  expect(await kept()).toEqual([])
})

test('JSON:API supports PDFs too, with pages as images, and hides them from other organizations', async () => {
  const client = await newClient()
  const attributes = { title: 'Lease', signerRoles: roles, fields: [signature], fileUpload: upload(pdf) }
  const { body, status } = await client.call('POST', '/agreements', {
    body: { data: { type: 'agreements', attributes } },
  })
  expect(status).toBe(201)
  expect(body.data.attributes.file).toMatchObject({
    name: 'lease.pdf',
    anchors: [{ key: 'signature_driver', page: 1 }],
  })
  const look = (token: string) =>
    client.app.inject({
      url: `/v1/api/agreements/${body.data.id}/pages/1`,
      headers: { authorization: `Bearer ${token}` },
    })
  const picture = await look(client.token)
  expect(picture.headers['content-type']).toBe('image/png')
  expect(picture.rawPayload.subarray(1, 4).toString()).toBe('PNG')
  expect((await look((await newClient()).token)).statusCode).toBe(404)
})

test('a file of 25 MiB is accepted, and one byte more is refused with the reason', async () => {
  const api = await newApi(server)
  const large = (size: number) =>
    Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 15), Buffer.from('%%EOF\n')])
  const most = await post(api, { file_upload: upload(large(25 * 1_048_576)) })
  expect(most.body).toMatch(/damaged/)
  const more = await post(api, { file_upload: upload(large(25 * 1_048_576 + 1)) })
  expect(more.body).toMatch(/larger than 25 MiB/)
})

test('a body that is large without its file is refused unread', async () => {
  const api = await newApi(server)
  const reply = await post(api, { fields: Array(300_000).fill({ key: 'x' }) })
  expect(reply.statusCode).toBe(413)
})
