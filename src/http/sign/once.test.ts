import { expect, test } from 'vitest'
import { goodFields, goodSignature, newDrawing, newIdentified, newSigning } from '../../../test/support/signing.ts'

const whole = { ...goodFields, ...goodSignature }

test('a double submit signs once', async () => {
  const signing = await newSigning()
  const visitor = await newIdentified(signing)
  const replies = await Promise.all([1, 2, 3].map(() => visitor.post('sign', whole)))
  expect(replies.map(({ status }) => status)).toEqual([303, 303, 303])
  const events = await signing.ctx.db.selectFrom('events').select('type').execute()
  expect(events.filter(({ type }) => type === 'agreement.signed')).toHaveLength(1)
})

test('two runs of the completing job make one document and one event', async () => {
  const signing = await newSigning()
  await (await newIdentified(signing)).post('sign', whole)
  await Promise.all([signing.finish(), signing.finish()])
  expect(await signing.ctx.db.selectFrom('documents').select('id').execute()).toHaveLength(1)
  const events = await signing.ctx.db.selectFrom('events').select('type').execute()
  expect(events.map(({ type }) => type).sort()).toEqual(['agreement.completed', 'agreement.signed', 'agreement.viewed'])
})

test('the back button shows where the signer stands, also after the end', async () => {
  const signing = await newSigning()
  const visitor = await newIdentified(signing)
  expect((await visitor.get('identify')).location).toBe(signing.base)
  await visitor.post('sign', whole)
  await signing.finish()
  expect(
    (await visitor.post('identify', { name: 'Eve', email: 'eve@example.com', electronic_records: 'true' })).status,
  ).toBe(303)
  expect((await visitor.get()).text).toContain('Signed. Thank you, Robin')
})

test('a second browser on the same link is a run of its own', async () => {
  const signing = await newSigning()
  const [first, second] = [await newIdentified(signing), await newIdentified(signing)]
  await first.post('sign', whole)
  await signing.finish()
  expect((await second.get()).text).toContain('Fill in and sign')
  expect((await second.get('document')).status).toBe(404)
  expect((await first.get('document')).status).toBe(200)
})

test('opening the same link again goes on with the run; other parameters begin another', async () => {
  const signing = await newSigning()
  const visitor = signing.visit()
  for (const query of ['?internal_id=1', '?internal_id=1', '', '?internal_id=2']) await visitor.get(query)
  const rows = await signing.ctx.db.selectFrom('submissions').select('metadata').execute()
  expect(rows.map(({ metadata }) => metadata.internal_id).sort()).toEqual(['1', '2'])
})

test('a look ahead by a robot is no view', async () => {
  const signing = await newSigning()
  await signing.app.inject({ method: 'HEAD', url: signing.base })
  await signing.visit().get('', { 'sec-purpose': 'prefetch' })
  expect(await signing.ctx.db.selectFrom('submissions').select('id').execute()).toEqual([])
})

test('a drawn signature and a decline are kept as what they are', async () => {
  const signing = await newSigning()
  const [signs, declines] = [await newIdentified(signing), await newIdentified(signing)]
  await signs.post('sign', { ...goodFields, signature_method: 'drawn', signature_png: newDrawing(true) })
  expect((await declines.post('decline', { reason: 'Too dear' })).status).toBe(303)
  expect((await declines.get()).text).toContain('You declined')
  expect((await declines.post('sign', whole)).status).toBe(410)
  const rows = await signing.ctx.db
    .selectFrom('signers')
    .select(['signature_method', 'declined_at'])
    .orderBy('declined_at')
    .execute()
  expect(rows).toEqual([
    { signature_method: null, declined_at: expect.any(Date) },
    { signature_method: 'drawn', declined_at: null },
  ])
})
