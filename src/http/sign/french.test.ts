import { expect, test } from 'vitest'
import { goodFields, goodSignature, newIdentified, newSigning } from '../../../test/support/signing.ts'
import { texts } from '../../texts/index.ts'

const french = { 'accept-language': 'fr' }
const chosen = (visitor: { cookies: Map<string, string> }) => visitor.cookies.get('sealane_language')

test('a French browser gets French pages, and the agreement keeps its own language', async () => {
  const { text } = await (await newSigning()).visit().get('', french)
  expect(text).toContain('<html lang="fr">')
  expect(text).toContain('Étape 1 sur 2\u00a0: Lecture')
  expect(text).toContain('<section class="paper" aria-label="Le document" lang="en" dir="ltr">')
})

test('a chosen language overrides the browser’s, and choosing returns to the page', async () => {
  const signing = await newSigning()
  const visitor = signing.visit()
  await visitor.get(`${signing.base}?internal_id=7`)
  expect((await visitor.post('identify', { page_language: 'fr' })).text).toContain('<html lang="fr">')
  expect((await visitor.get()).text).toContain('<html lang="fr">')
  const back = await visitor.post('/agree/language', { language: 'en', back: signing.base, query: 'internal_id=7' })
  expect([back.status, back.location]).toEqual([303, `${signing.base}?internal_id=7`])
  expect((await visitor.get('', french)).text).toContain('<html lang="en">')
})

test.each(['https://evil.example/agree/', '//evil.example', '/\\evil.example', '/agree/..//evil.example', '/join', ''])(
  'choosing a language does not redirect to %j',
  async (back) => {
    const visitor = (await newSigning()).visit()
    await visitor.get()
    expect((await visitor.post('/agree/language', { language: 'fr', back })).location).toBe('/agree/')
  },
)

test('another site cannot choose a language, and an unsupported one is ignored', async () => {
  const visitor = (await newSigning()).visit()
  await visitor.get()
  const [at, cross] = ['/agree/language', { 'sec-fetch-site': 'cross-site' }]
  expect((await visitor.post(at, { language: 'fr' }, cross)).status).toBe(403)
  expect((await visitor.post('identify', { page_language: 'fr' }, cross)).status).toBe(403)
  for (const word of ['fr; Path=/x', 'constructor']) await visitor.post(at, { language: word })
  expect(chosen(visitor)).toBeUndefined()
})

test('a refusal explains the fault in French', async () => {
  const visitor = await newIdentified(await newSigning())
  const refused = await visitor.post('sign', { ...goodFields, ...goodSignature, 'field.name': '' }, french)
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(texts.fr.faults.required())])
  expect(refused.text).toContain('<html lang="fr">')
})

test('a signer who changes the language between steps consents to the shown words, and signs in the language of the page', async () => {
  const signing = await newSigning()
  const visitor = signing.visit()
  await visitor.get('', french)
  const identity = { name: 'Robin', email: 'robin@example.com', electronic_records: 'true' }
  await visitor.post('identify', identity)
  await visitor.post('sign', { ...goodFields, ...goodSignature })
  const consent = await signing.ctx.db.selectFrom('consents').select('locale').executeTakeFirstOrThrow()
  const signer = await signing.ctx.db.selectFrom('signers').select('language').executeTakeFirstOrThrow()
  expect([consent.locale, signer.language]).toEqual(['fr', 'en'])
})

test.each(['nope', '%zz', 'x/y/z'])('an address without a page, %s, says so in French', async (address) => {
  const { app } = await newSigning()
  const { body } = await app.inject({ url: `/agree/${address}`, headers: french })
  expect(body).toContain('<html lang="fr">')
  expect(body).not.toMatch(/\b(the|this|is|you)\b/i)
})
