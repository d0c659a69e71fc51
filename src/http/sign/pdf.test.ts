import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { goodSignature, newIdentified, newSigning, type Signing } from '../../../test/support/signing.ts'
import { manyPages, writePdf } from '../../adapters/pdf-source/write-pdf.fixture.ts'
import { readUpload } from '../../core/agreements/index.ts'
import { findDocument } from '../../core/submissions/index.ts'
import { pdfSources } from '../../work.ts'

const letter = '/MediaBox [0 0 612 792]'
const file = writePdf(manyPages([letter, `${letter} /Rotate 90`]))

async function start(): Promise<Signing> {
  const pdf = await readUpload(await newContext(), pdfSources, { name: 'lease.pdf', base64: file.toString('base64') })
  const role = 'driver'
  return newSigning({
    title: 'Lease',
    source: '',
    pdf,
    signerRoles: [{ key: role, name: 'Driver' }],
    fields: [
      {
        key: 'later',
        type: 'text',
        role,
        label: 'Later',
        required: true,
        page: 1,
        x: 0.1,
        y: 0.6,
        width: 0.4,
        height: 0.05,
      },
      {
        key: 'sooner',
        type: 'text',
        role,
        label: 'Sooner',
        required: true,
        page: 1,
        x: 0.1,
        y: 0.4,
        width: 0.4,
        height: 0.05,
      },
      { key: 'initials_driver', type: 'initials', role, label: 'Initials', required: true },
      {
        key: 'signature',
        type: 'signature',
        role,
        label: 'Signature',
        required: true,
        page: 2,
        x: 0.5,
        y: 0.6,
        width: 0.3,
        height: 0.1,
      },
    ],
    requiredVerifications: [],
  })
}

test('the pages of a PDF are shown as images with their words, only to those who may see them', async () => {
  const { app, visit } = await start()
  const { text } = await visit().get()
  expect(text).toContain('alt="Page 2 of 2"')
  expect(text).toContain('<p>Page 1 {{initials:driver}}</p>')
  const [address = ''] = /\/agree\/pages\/[^" ]+/.exec(text) ?? []
  expect((await app.inject(address)).headers['content-type']).toBe('image/png')
  expect((await app.inject(address.replace(/[0-9a-f]\/1\//, 'x/1/'))).statusCode).toBe(404)
})

test('the fields of a PDF are filled in in reading order, each leads to the next, and the document is finished', async () => {
  const signing = await start()
  const visitor = await newIdentified(signing)
  const { text } = await visitor.get()
  const order = [...text.matchAll(/name="field\.(\w+)"/g)].map(([, key]) => key)
  expect(order).toEqual(['initials_driver', 'sooner', 'later'])
  expect(text).toContain('<a class="next" href="#f-fields-later"')
  const fields = { 'field.sooner': 'One', 'field.later': 'Two', 'field.initials_driver': 'RR' }
  expect((await visitor.post('sign', { ...fields, ...goodSignature })).status).toBe(303)
  await signing.finish()
  const { id } = await signing.ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  expect((await findDocument(signing.ctx, id))?.bytes.subarray(0, 5).toString()).toBe('%PDF-')
})
