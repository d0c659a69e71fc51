import { expect, test } from 'vitest'
import { createBulkSend, listBulkSends } from '../../src/core/bulk-sends/index.ts'
import { formatId } from '../../src/core/ids.ts'
import { newApi, useServer } from '../support/api.ts'
import { clientOf, newClient } from '../support/jsonapi.ts'
import { newAgreementFor } from '../support/several.ts'

const server = useServer()
const csv = (text: string) => ({ name: 'people.csv', base64: Buffer.from(text).toString('base64') })
const good = 'email,order\nrobin@example.com,7\nsam@example.com,8\n'
const bad = 'email,order\nrobin@example.com,7\nnobody,8\n'

test('over REST, a preview shows the result of a file and whether it was sent before, and stores nothing', async () => {
  const { ctx, call } = await newApi(server)
  const link = await newAgreementFor(ctx, [{ role: 'tenant' }])
  const look = (file_upload: object) =>
    call('POST', '/v2/bulk-sends/preview', {
      body: { agreement_link_id: formatId('agreement_link', link.id), file_upload },
    })
  const looked = await look(csv(good))
  expect([looked.statusCode, looked.json()]).toMatchObject([200, { total: 2, bulk_send_id: null }])
  expect(looked.json().columns).toMatchObject([{ name: 'email', becomes: 'email' }, { becomes: 'metadata' }])
  const refused = (await look(csv(bad))).json()
  expect(refused.errors.map(({ path }: { path: string }) => path)).toEqual(['file_upload.3.email'])
  expect((await listBulkSends(ctx, {})).total).toBe(0)
  const file = { bytes: Buffer.from(good) }
  const { id } = await createBulkSend(ctx, { agreementLinkId: link.id, file, isStopped: true })
  expect((await look(csv(good))).json().bulk_send_id).toBe(formatId('bulk_send', id))
})

test('over JSON:API, a preview shows the result of a file and whether it was sent before, and stores nothing', async () => {
  const { ctx, call } = clientOf(server.app, await newClient())
  const link = await newAgreementFor(ctx, [{ role: 'tenant' }])
  const agreementLink = { data: { type: 'agreement-links', id: formatId('agreement_link', link.id) } }
  const look = (fileUpload: object) =>
    call('POST', '/bulk-send-previews', {
      body: { data: { type: 'bulk-send-previews', attributes: { fileUpload }, relationships: { agreementLink } } },
    })
  const looked = await look(csv(good))
  const bulkSend = { data: null }
  expect([looked.status, looked.body.data]).toMatchObject([
    200,
    { attributes: { total: 2 }, relationships: { bulkSend } },
  ])
  const { errors = [] } = (await look(csv(bad))).body
  expect(errors.map(({ meta }) => meta)).toMatchObject([{ line: 3, column: 'email' }])
  expect((await listBulkSends(ctx, {})).total).toBe(0)
  const file = { bytes: Buffer.from(good) }
  const { id } = await createBulkSend(ctx, { agreementLinkId: link.id, file, isStopped: true })
  const known = (await look(csv(good))).body.data?.relationships
  expect(known).toMatchObject({ bulkSend: { data: { type: 'bulk-sends', id: formatId('bulk_send', id) } } })
})

test('a preview is refused to who may not make submissions', async () => {
  const { call } = clientOf(server.app, await newClient('viewer'))
  const agreementLink = { data: { type: 'agreement-links', id: 'Ce4hRho4SpV4TWqiR2pQtS' } }
  const attributes = { fileUpload: csv(good) }
  const data = { type: 'bulk-send-previews', attributes, relationships: { agreementLink } }
  expect((await call('POST', '/bulk-send-previews', { body: { data } })).status).toBe(403)
})
