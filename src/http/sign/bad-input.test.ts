import { expect, test } from 'vitest'
import { goodFields, goodSignature, newDrawing, newIdentified, newSigning } from '../../../test/support/signing.ts'
import { findForm, injecting, newVisitor } from '../../../test/support/visitor.ts'
import { updateAgreementLink } from '../../core/agreements/index.ts'

const whole = { ...goodFields, ...goodSignature }

test.each(['2JZsuZrx4XfNsj8KgMz5Yp', 'nope', '%00', '..%2f..', 'a'.repeat(500)])(
  '%s answers plainly that there is no agreement',
  async (id) => {
    const { app } = await newSigning()
    const response = await app.inject(`/agree/${id}`)
    expect(response.statusCode).toBe(404)
    expect(response.headers['content-type']).toContain('text/html')
  },
)

test('an inactive or expired link says so, and begun submissions can still be signed', async () => {
  const signing = await newSigning()
  const early = await newIdentified(signing)
  await updateAgreementLink(signing.ctx, signing.linkId, { isActive: false })
  const late = await signing.visit().get()
  expect([late.status, late.text]).toEqual([410, expect.stringContaining('turned off')])
  expect((await early.post('sign', whole)).status).toBe(303)
})

test.each([
  ['a missing field', { 'field.name': '' }, 'Fill this in.'],
  ['a field that is too long', { 'field.name': 'x'.repeat(21) }, 'at most 20 characters'],
  ['a control character', { 'field.name': 'a\u0007' }, 'U+0007'],
  ['a day that is none', { 'field.from': '2026-02-30' }, 'such as 12/31/2026'],
  ['a box left open', { 'field.agree': '' }, 'Tick this box'],
  ['no name typed', { signature_text: ' ' }, 'Fill this in.'],
  ['nothing drawn', { signature_method: 'drawn', signature_drawing: newDrawing([]) }, 'Nothing is drawn yet'],
  ['no drawing at all', { signature_method: 'drawn' }, 'Nothing is drawn yet'],
  ['a broken drawing', { signature_method: 'drawn', signature_drawing: '{' }, 'arrived incomplete'],
  ['a huge drawing', { signature_method: 'drawn', signature_drawing: `[${' '.repeat(400_000)}]` }, 'too large'],
])('%s is reported at the field, and all other values stay', async (_what, over, words) => {
  const visitor = await newIdentified(await newSigning())
  const reply = await visitor.post('sign', { ...whole, ...over })
  expect(reply.status).toBe(422)
  expect(reply.text).toContain(words)
  const kept = 'field.name' in over ? 'value="2026-04-01"' : 'value="Robin"'
  expect(reply.text).toContain(kept)
})

test('a form of another site, without a visit, or of another kind is refused', async () => {
  const signing = await newSigning()
  const visitor = await newIdentified(signing)
  expect((await visitor.post('sign', whole, { origin: 'https://evil.test' })).status).toBe(403)
  expect((await signing.visit().post(`sgn_${'0'.repeat(32)}/sign`, whole)).status).toBe(403)
  expect((await visitor.post('sign', whole, { 'content-type': 'text/xml' })).status).toBe(415)
  expect((await visitor.post('sign', { ...whole, x: 'x'.repeat(2 ** 20) })).status).toBe(413)
  expect((await visitor.post('sign', whole)).status).toBe(303)
})

test('a step cannot be done before the earlier ones', async () => {
  const visitor = (await newSigning()).visit()
  await visitor.get()
  await visitor.view()
  const { text } = await visitor.get()
  const { action = '', hidden } = findForm(text, 'identify')
  const early = action.replace('identify', 'sign')
  expect((await visitor.post(early, { ...hidden, ...whole, step: 'sign' })).status).toBe(409)
})

// Opens so many agreements from one address at once that the server refuses one. The replies are in the order of the
// visitors.
let crowd: ReturnType<typeof openMany> | undefined
async function openMany() {
  const signing = await newSigning()
  const visitors = Array.from({ length: 121 }, () => newVisitor(injecting(signing.app, '127.0.0.9'), signing.base))
  const replies = await Promise.all(visitors.map(async (visitor) => (await visitor.get()) && visitor.view()))
  return { ...signing, visitors, replies }
}

test('one address can open only some agreements, and then gets a Retry-After', async () => {
  crowd ??= openMany()
  const { ctx, replies } = await crowd
  const refused = replies.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(1)
  expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0)
  expect(await ctx.db.selectFrom('submissions').select('id').execute()).toHaveLength(120)
})

test('a form that this refuses comes back with all its values, and can be sent again without a script', async () => {
  crowd ??= openMany()
  const { visitors, replies } = await crowd
  const late = visitors[replies.findIndex(({ status }) => status === 429)]
  const identity = { name: 'Ana “<b>”', email: 'ana@example.com', electronic_records: 'true' }
  const reply = await late?.post('identify', identity)
  expect([reply?.status, reply?.text]).toEqual([429, expect.stringContaining('Send it again')])
  expect(reply?.text).toMatch(/<textarea hidden name="name">\nAna “&[#\w]+;b&[#\w]+;”<\/textarea>/)
})
