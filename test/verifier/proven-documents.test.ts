import { expect, test } from 'vitest'
import { answerAs, at, inBer, tokenOf } from '../../src/adapters/seal/authorities.fixture.ts'
import { readSigned, writeSigned } from '../../verifier/asn1/cms.ts'
import { sealedAt } from '../../verifier/evidence/world.fixture.ts'
import { verify } from '../../verifier/verify.ts'
import { foreignSources, levels, newInstallations, refresh, sealSource, typstSource } from './documents.ts'

const [source, installations] = [await typstSource(), await newInstallations()]
const [elliptic, rsa] = installations

test.each(levels)('a document of this product is proven at %s, with both kinds of keys', async (level) => {
  expect(installations).toHaveLength(2)
  for (const installation of installations) {
    const { bytes, trust } = await sealSource(source, { level, installation })
    const { verdict, reasons, proof } = await verify(bytes, trust)
    expect({ verdict, reasons }).toEqual({ verdict: 'proven', reasons: [] })
    expect(proof?.seal).toMatchObject({
      level,
      aimed_at: level,
      signed_at: '2026-11-27T10:10:00.000Z',
      authority: 'Acme time',
    })
  }
})

// npm run tamper uses the whole corpus, two thousand times.
const shapes = [
  'plain',
  'contents in parts',
  'PDF 2.0',
  'PDF 1.2',
  'something behind its end',
  'latex.pdf',
  'libreoffice-archive.pdf',
  'chromium.pdf',
  'mupdf.pdf',
]

test('sealed documents of other writers are proven', async () => {
  const found: unknown[] = []
  if (!elliptic) throw new Error('Nobody seals.')
  for (const [index, one] of (await foreignSources(...shapes)).entries()) {
    const { name, bytes, trust } = await sealSource(one, { level: levels[index % 3] ?? 'B-T', installation: elliptic })
    const { verdict, reasons } = await verify(bytes, trust)
    if (verdict !== 'proven') found.push({ name, reasons })
  }
  expect(found).toEqual([])
})

test('a document names the row that logged its pages before the seal, and an older document says that no row did', async () => {
  if (!elliptic) throw new Error('Nobody seals.')
  const options = { level: 'B-T', installation: elliptic } as const
  const [now, before] = [await sealSource(source, options), await sealSource(source, { ...options, prove: null })]
  const { proof } = await verify(now.bytes, now.trust)
  expect(proof?.content).toMatchObject({ log_index: 19, checkpoint_size: 20 })
  const old = await verify(before.bytes, before.trust)
  expect(old.proof?.content).toBeNull()
  expect(old.proof?.not_proved.map(({ code }) => code)).toContain('pages_unlogged')
})

test('a document with a later timestamp is proven', async () => {
  if (!rsa) throw new Error('Nobody seals.')
  const sealed = await sealSource(source, { level: 'B-LTA', installation: rsa })
  const bytes = await refresh({ ...sealed, bytes: await refresh(sealed) })
  expect((await verify(bytes, sealed.trust)).reasons).toEqual([])
})

test.each(levels)(
  'a document at %s with timestamps of an external authority, in BER and without its root, is proven',
  async (level) => {
    if (!elliptic) throw new Error('Nobody seals.')
    const { time } = elliptic
    const send = answerAs({
      tsa: async (asked) => {
        const signed = readSigned(await tokenOf(time, asked, { at: sealedAt }))
        return { token: inBer(writeSigned({ ...signed, certificates: time.chain.slice(0, 1) })) }
      },
    })
    const elsewhere = { authority: at('tsa', time), send }
    const { bytes, trust } = await sealSource(source, { level, installation: elliptic, elsewhere })
    expect((await verify(bytes, trust)).reasons).toEqual([])
  },
)

test('the report of a proven document names people, acts, hashes and limits', async () => {
  if (!elliptic) throw new Error('Nobody seals.')
  const { bytes, trust } = await sealSource(source, { level: 'B-T', installation: elliptic })
  const { proof } = await verify(bytes, trust)
  const shown_sha256 = 'ab'.repeat(32)
  const consents = [expect.objectContaining({ kind: 'electronic_records', text_sha256: 'cd'.repeat(32) })]
  const verifications = [expect.objectContaining({ type: 'identity', result: 'accepted', simulated: true })]
  const opened = { opened_from: { ip: '203.0.113.9', browser: 'Firefox' } }
  const signed = { ended: 'signed', method: 'typed', shown_sha256, shown_parts: ['driver'], fields: { city: 'London' } }
  expect(proof).toMatchObject({
    sender: { kind: 'api_key' },
    signers: [{ name: 'Ada Lovelace', email: 'ada@example.org', consents, verifications, ...opened, ...signed }],
    trail: { events: 7, log_index: 17, checkpoint_size: 19, witnesses: [] },
  })
  expect(proof?.not_proved.map(({ code }) => code)).toContain('no_witness')
})
