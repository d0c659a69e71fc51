import { expect, test } from 'vitest'
import { goodFields, goodSignature, newDrawing, newIdentified, newSigning } from '../../../test/support/signing.ts'
import { findForm } from '../../../test/support/visitor.ts'
import { listSigners } from '../../core/submissions/index.ts'

const robin = { name: 'Robin', email: 'robin@example.com', electronic_records: 'true' }
const whole = { ...goodFields, ...goodSignature }

test('a double submit signs once', async () => {
  const signing = await newSigning()
  const visitor = await newIdentified(signing)
  const replies = await Promise.all([1, 2, 3].map(() => visitor.post('sign', whole)))
  expect(replies.map(({ status }) => status)).toEqual([303, 303, 303])
  const events = await signing.ctx.db.selectFrom('events').select('type').execute()
  expect(events.filter(({ type }) => type === 'agreement.signed')).toHaveLength(1)
})

test('the completing job, run twice, makes one document and one event', async () => {
  const signing = await newSigning()
  await (await newIdentified(signing)).post('sign', whole)
  await Promise.all([signing.finish(), signing.finish()])
  expect(await signing.ctx.db.selectFrom('documents').select('id').execute()).toHaveLength(1)
  const events = await signing.ctx.db.selectFrom('events').select('type').execute()
  expect(events.map(({ type }) => type).sort()).toEqual(['agreement.completed', 'agreement.signed', 'agreement.viewed'])
})

test('the back button shows the signer’s present step, also after the end', async () => {
  const signing = await newSigning()
  const visitor = await newIdentified(signing)
  const own = (await visitor.get('identify')).location
  expect(own).toMatch(/\/sgn_[0-9a-f]{32}\/$/)
  await visitor.post('sign', whole)
  await signing.finish()
  expect((await visitor.get()).text).toContain('Signed. Thank you, Robin')
})

test('a form of an earlier step is refused, and leads to the present one', async () => {
  const signing = await newSigning()
  const visitor = signing.visit()
  const first = await visitor.get()
  await visitor.post('identify', robin)
  const { action = '', hidden } = findForm(first.text, 'identify')
  const again = await visitor.post(action, { ...hidden, ...robin, name: 'Eve' })
  expect([again.status, again.text]).toEqual([409, expect.stringContaining('Continue where you left off')])
  expect((await listSigners(signing.ctx, {})).items).toMatchObject([{ name: 'Robin' }])
})

test('a second browser on the same link is a submission of its own', async () => {
  const signing = await newSigning()
  const [first, second] = [await newIdentified(signing), await newIdentified(signing)]
  await first.post('sign', whole)
  await signing.finish()
  expect((await second.get()).text).toContain('Fill in and sign')
  expect((await second.get('document')).status).toBe(404)
  expect((await first.get('document')).status).toBe(200)
})

test('opening a link again continues its submission, and other parameters begin another', async () => {
  const signing = await newSigning()
  const visitor = signing.visit()
  for (const query of ['?internal_id=1', '?internal_id=1', '?internal_id=2']) {
    await visitor.get(`${signing.base}${query}`)
    await visitor.view()
  }
  const rows = await signing.ctx.db.selectFrom('submissions').select('metadata').execute()
  expect(rows.map(({ metadata }) => metadata.internal_id).sort()).toEqual(['1', '2'])
})

test('a drawn signature and a decline are stored as such', async () => {
  const signing = await newSigning()
  const [signs, declines] = [await newIdentified(signing), await newIdentified(signing)]
  await signs.post('sign', { ...goodFields, signature_method: 'drawn', signature_drawing: newDrawing() })
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
