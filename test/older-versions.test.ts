import { expect, test } from 'vitest'
import { onePage, writePdf } from '../src/adapters/pdf-source/write-pdf.fixture.ts'
import { type Api, newApi, useServer } from './support/api.ts'
import { type Client, newClient } from './support/jsonapi.ts'

const server = useServer()
const first = writePdf(onePage())
const second = writePdf(onePage('/MediaBox [0 0 300 300]'))
const signature = { key: 'signature_driver', type: 'signature', role: 'driver', label: 'Signature', required: true }
const words = { title: 'Lease', fields: [signature] }
const roles = [{ key: 'driver', name: 'Driver' }]
const upload = (bytes: Buffer, name: string) => ({ name, base64: bytes.toString('base64') })
const text = '# Lease\n\n{{signature_driver}}'

/** An agreement whose versions are a PDF, another PDF with another title, and a text. */
async function overRest(api: Api) {
  const { call } = api
  const body = { ...words, signer_roles: roles, file_upload: upload(first, 'first.pdf') }
  const path = `/v2/agreements/${(await call('POST', '/v2/agreements', { body })).json().agreement_id}`
  await call('PUT', path, { body: { title: 'Other', file_upload: upload(second, 'second.pdf') } })
  await call('PUT', path, { body: { source: text } })
  return { path, put: (change: object) => call('PUT', path, { body: change }) }
}

test('over REST, an older version becomes the newest with its file and its words, and given members replace them', async () => {
  const api = await newApi(server)
  const { path, put } = await overRest(api)
  const restored = (await put({ from_version: 1 })).json()
  expect(restored).toMatchObject({ version: 4, title: 'Lease', source: '', file: { name: 'first.pdf' } })
  expect((await api.call('GET', `${path}/file`)).rawPayload.equals(first)).toBe(true)
  const named = (await put({ from_version: 2, title: 'Named' })).json()
  expect(named).toMatchObject({ version: 5, title: 'Named', file: { name: 'second.pdf' } })
  expect((await put({ from_version: 3 })).json()).toMatchObject({ version: 6, source: text, file: null })
  expect((await put({ from_version: 1, source: text })).json()).toMatchObject({ source: text, file: null })
})

test.each([
  [{ from_version: 4 }, 422, 'There are only versions 1 to 3.'],
  [{ from_version: 0 }, 422, 'from_version'],
  [{ from_version: 1e300 }, 422, 'from_version'],
  [{ from_version: 1, title: ' ' }, 422, 'title'],
])('an unknown version is refused, and no version is made: %#', async (change, status, said) => {
  const api = await newApi(server)
  const { path, put } = await overRest(api)
  const refused = await put(change)
  expect([refused.statusCode, refused.body]).toEqual([status, expect.stringContaining(said)])
  expect((await api.call('GET', path)).json()).toMatchObject({ version: 3 })
})

const ofClient = (client: Client) => async (method: string, path: string, attributes: object, id?: string) => {
  const data = { type: 'agreements', attributes, ...(id ? { id } : {}) }
  return client.call(method, path, { body: { data } })
}

test('over JSON:API, an older version becomes the newest with its file, and an unknown one is pointed at', async () => {
  const client = await newClient()
  const send = ofClient(client)
  const { body } = await send('POST', '/agreements', {
    ...words,
    signerRoles: roles,
    fileUpload: upload(first, 'a.pdf'),
  })
  const { id } = body.data
  await send('PATCH', `/agreements/${id}`, { source: text }, id)
  const { body: restored } = await send('PATCH', `/agreements/${id}`, { fromVersion: 1 }, id)
  expect(restored.data.attributes).toMatchObject({ version: 3, source: '', file: { name: 'a.pdf' } })
  const { status, body: refused } = await send('PATCH', `/agreements/${id}`, { fromVersion: 9 }, id)
  expect([status, refused.errors[0]?.source?.pointer]).toEqual([422, '/data/attributes/fromVersion'])
})
