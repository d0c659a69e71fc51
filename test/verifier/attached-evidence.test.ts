import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { onePage, stream, writePdf } from '../../src/adapters/pdf-source/write-pdf.fixture.ts'
import { toBytes } from '../../verifier/evidence/world.fixture.ts'
import { verify } from '../../verifier/verify.ts'
import { foreignSources, newInstallations, sealSource } from './documents.ts'
import { attachedOtherwise, sealChanged } from './tampering/attachments.ts'

const [[source], [installation]] = [await foreignSources('plain'), await newInstallations()]
if (!source || !installation) throw new Error('Nothing is sealed.')

test('a seal that is written in this way and attaches the evidence as ours does is proven', async () => {
  const { bytes, trust } = await sealChanged(source, installation, ['catalog', () => []])
  expect((await verify(bytes, trust)).reasons).toEqual([])
})

test.each(Object.entries(attachedOtherwise))(
  'evidence that is attached %s is refused, whoever has sealed it',
  async (_how, change) => {
    const { bytes, trust } = await sealChanged(source, installation, change)
    expect((await verify(bytes, trust)).reasons).toMatchObject([{ code: 'revision_form' }])
  },
)

test('a file of the same name that was there before the seal is no evidence, and the document is proven', async () => {
  const [catalog = '', ...rest] = onePage()
  const files = '/Names << /EmbeddedFiles << /Names [(evidence.json) 6 0 R] >> >>'
  const spec = '<< /Type /Filespec /F (evidence.json) /UF (evidence.json) /EF << /F 7 0 R >> >>'
  const forged = stream('{"forged":true}', '/Type /EmbeddedFile')
  const pdf = writePdf([String(catalog).replace(/>>$/, `${files} >>`), ...rest, spec, forged])
  const sealed = await sealSource({ name: 'with a file', pdf }, { level: 'B-T', installation })
  const { proof } = await verify(sealed.bytes, sealed.trust)
  expect(proof?.evidence_sha256).toBe(hash('sha256', toBytes(sealed.world.file)))
})
