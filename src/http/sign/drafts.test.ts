import { expect, test } from 'vitest'
import { formOf } from '../../../test/support/ceremony.ts'
import { goodFields, goodSignature, newIdentified, newSigning, simpleAgreement } from '../../../test/support/signing.ts'
import { injecting, newVisitor } from '../../../test/support/visitor.ts'
import { asSigner, declineAgreement, loadCeremony, reassignSigner } from '../../core/ceremony/index.ts'
import { eraseSubject } from '../../core/erasures/index.ts'
import { expireSubmission } from '../../core/submissions/expiry.ts'
import { voidSubmission } from '../../core/submissions/index.ts'

const typed = { 'field.name': 'Orchid', 'field.from': '2026-04-01', 'field.agree': 'true', draft: 'one' }
const nameIs = (value: string) => new RegExp(`id="f-fields-name" name="field.name" value="${value}"`)

async function saved(given: Record<string, string> = typed, input = simpleAgreement) {
  const signing = await newSigning(input)
  const visitor = await newIdentified(signing)
  const reply = await visitor.post('draft', given)
  const signer = await signing.ctx.db.selectFrom('signers').selectAll().executeTakeFirstOrThrow()
  const rows = () => signing.ctx.db.selectFrom('signer_entries').selectAll().execute()
  return { ...signing, visitor, reply, signer, rows, ceremony: () => loadCeremony(signing.ctx, signer.id) }
}

test('the values that a signer typed appear in another browser of theirs', async () => {
  const { app, base, visitor, reply } = await saved()
  const other = newVisitor(injecting(app), base)
  for (const [name, value] of visitor.cookies) other.cookies.set(name, value)
  const { text } = await other.get((await visitor.get('identify')).location ?? '')
  expect(reply.status).toBe(204)
  expect([text, text, text]).toEqual([
    expect.stringMatching(nameIs('Orchid')),
    expect.stringMatching(/id="f-fields-from"[^>]*value="2026-04-01"/),
    expect.stringMatching(/id="f-fields-agree"[^>]* checked/),
  ])
})

test('a page recognises the draft of its own browser', async () => {
  const { visitor } = await saved()
  expect((await visitor.get()).text).toContain('data-saved="one"')
})

test('the last draft counts, also with fewer values', async () => {
  const { visitor } = await saved()
  await visitor.post('draft', { 'field.name': '', draft: 'two' })
  const { text } = await visitor.get()
  expect(text).toMatch(nameIs(''))
  expect(text).not.toMatch(/id="f-fields-agree"[^>]* checked/)
})

test('without a script a button saves the typed values, and returns to the page', async () => {
  const { visitor, reply } = await saved({ ...typed, draft: '' })
  expect([reply.status, (await visitor.get()).text]).toEqual([303, expect.stringMatching(nameIs('Orchid'))])
})

test('values of a form with faults are saved too', async () => {
  const { visitor } = await saved()
  expect((await visitor.post('sign', { ...goodFields, 'field.name': 'x'.repeat(30), ...goodSignature })).status).toBe(
    422,
  )
  expect((await visitor.get()).text).toMatch(nameIs('x'.repeat(30)))
})

test('a draft is sealed, and appears neither in the trail nor anywhere else', async () => {
  const { ctx, rows, visitor } = await saved()
  const trail = await ctx.db.selectFrom('audit_events').selectAll().execute()
  const events = await ctx.db.selectFrom('events').selectAll().execute()
  expect(await rows()).toMatchObject([{ entered_by: 'signer', token: 'one' }])
  const told = [await rows(), trail, events].map((found) => JSON.stringify(found).replaceAll(/"data":\[[\d,]*\]/g, ''))
  for (const text of told) expect(text).not.toContain('Orchid')
  expect((await visitor.get()).text).toContain('Orchid')
})

test.each<[string, (world: Awaited<ReturnType<typeof saved>>) => Promise<unknown>]>([
  ['signed', ({ visitor }) => visitor.post('sign', { ...goodFields, ...goodSignature })],
  ['called back', ({ ctx, signer }) => voidSubmission(ctx, signer.submission_id, null)],
  ['erased', ({ ctx, signer }) => eraseSubject(ctx, signer.subject_id)],
  ['given to somebody else', ({ ctx, signer }) => reassignSigner(ctx, signer.id, { email: 'sam@example.com' })],
  [
    'declined',
    async ({ ctx, signer, ceremony }) =>
      declineAgreement(asSigner(ctx, signer), await ceremony(), formOf(await ceremony()), ''),
  ],
  [
    'out of time',
    async ({ ctx, signer, ceremony }) =>
      expireSubmission({ ...ctx, now: (await ceremony()).submission.expires_at }, signer.submission_id),
  ],
])('a draft is deleted once it is %s', async (_how, end) => {
  const world = await saved()
  expect(await world.rows()).toHaveLength(1)
  await end(world)
  expect(await world.rows()).toEqual([])
})

test('a draft after the signature is not saved', async () => {
  const { visitor, rows } = await saved()
  const page = await visitor.get()
  const late = { ...typed, step: 'sign', shown: /name="shown" value="(\w+)"/.exec(page.text)?.[1] ?? '' }
  await visitor.post('sign', { ...goodFields, ...goodSignature })
  await visitor.post('draft', late)
  expect(await rows()).toEqual([])
})

test('nobody can save a draft for somebody else', async () => {
  const { app, base, visitor, rows } = await saved()
  const own = (await visitor.get('identify')).location ?? ''
  const stranger = newVisitor(injecting(app), base)
  await stranger.get()
  const reply = await stranger.post(`${own}draft`, { ...typed, 'field.name': 'Mallory' })
  expect([reply.status, (await rows()).length, (await visitor.get()).text]).toEqual([
    403,
    1,
    expect.stringMatching(nameIs('Orchid')),
  ])
})

test.each([
  ['field.name', 'x'.repeat(60_000)],
  ['field.stranger', 'y'],
  ['draft', 'not a token!'],
])('a draft with strange %s breaks nothing', async (name, value) => {
  const { visitor, reply } = await saved({ ...typed, [name]: value })
  expect(reply.status).toBe(204)
  expect((await visitor.get()).status).toBe(200)
})
