import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { finishAs } from '../../../test/support/finishing.ts'
import { goodFields, goodSignature, newDrawing, newIdentified, newSigning } from '../../../test/support/signing.ts'
import { takeBack } from '../../../test/support/taken-back.ts'
import { writeDrawing } from '../../writing/index.ts'
import type { FinishedAgreement } from '../agreements/index.ts'
import { openRows, verifyChain } from '../audit/index.ts'
import { eraseSubject } from '../erasures/index.ts'
import { spokenLanguage } from './completion.ts'
import { completeSubmission, openSigners } from './index.ts'
import { readMark } from './mark.ts'

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

async function signedTrail(form: Record<string, string>) {
  const signing = await newSigning()
  await (await newIdentified(signing)).post('sign', { ...goodFields, ...form })
  await signing.finish()
  const { db } = signing.ctx
  const { id } = await db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  const rows = await db.selectFrom('audit_events').selectAll().where('chain', '=', id).orderBy('sequence').execute()
  const trail = await openRows(signing.ctx, rows)
  return { ...signing, id, trail }
}

type Signed = Awaited<ReturnType<typeof signedTrail>>
let shared: Promise<Signed> | undefined

/** The faults of one signed trail after a change, which is rolled back. */
async function verifyChanged(change: (id: string) => RawBuilder<unknown>) {
  shared ??= signedTrail(goodSignature)
  const { ctx, id } = await shared
  return takeBack(async (db) => {
    await change(id).execute(db)
    return verifyChain({ ...ctx, db }, id)
  })
}

test('the trail has every step, from the shown text to the finished document', async () => {
  const { ctx, trail, id } = await signedTrail(goodSignature)
  const before = ['submission.created', 'agreement.viewed', 'consent.given', 'signer.identified']
  expect(trail.map(({ action }) => action)).toEqual([
    ...before,
    'agreement.signed',
    'document.prepared',
    'agreement.completed',
  ])
  const version = await ctx.db.selectFrom('agreement_versions').selectAll().executeTakeFirstOrThrow()
  const shown = { agreementVersion: 1, shownSha256: sha256(version.source) }
  expect(trail[1]?.data).toMatchObject(shown)
  expect(trail[4]?.data).toMatchObject({
    ...shown,
    method: 'typed',
    markSha256: sha256('Robin'),
    fields: { name: 'Robin' },
  })
  expect(await verifyChain(ctx, id)).toMatchObject({ intact: true, length: 7 })
})

test('the evidence has the time, the address and the browser of each act', async () => {
  const signing = await newSigning()
  const visitor = signing.visit()
  await visitor.get('', { 'user-agent': 'fetching' })
  await visitor.view({ 'user-agent': 'viewing' })
  const identity = { name: 'Robin', email: 'robin@example.com', electronic_records: 'true' }
  await visitor.post('identify', identity, { 'user-agent': 'consenting' })
  await visitor.post('sign', { ...goodFields, ...goodSignature }, { 'user-agent': 'signing' })
  const { id } = await signing.ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  const rendered = Promise.withResolvers<FinishedAgreement>()
  await completeSubmission(signing.ctx, finishAs(rendered.resolve), id)
  const [signer] = (await rendered.promise).signers
  const acts = [signer?.viewed, signer?.consented, signer?.acted].map((act) => act?.userAgent)
  expect(acts).toEqual(['viewing', 'consenting', 'signing'])
})

test('the trail has the hash of the stored drawing', async () => {
  const { ctx, trail } = await signedTrail({ signature_method: 'drawn', signature_drawing: newDrawing() })
  const [signer] = await openSigners(ctx, await ctx.db.selectFrom('signers').selectAll().execute())
  const mark = signer && (await readMark(ctx, signer))
  const kept = mark?.kind === 'drawn' ? writeDrawing(mark.drawing) : ''
  expect(trail.find(({ action }) => action === 'agreement.signed')?.data.markSha256).toBe(sha256(kept))
})

test.each([
  ['data', sql`data = data || '{"fields":{"name":"Eve"}}'`, 4],
  ['time', sql`occurred_at = occurred_at - interval '1 hour'`, 4],
  ['actor', sql`actor = '{"kind":"system"}'`, 4],
  ['link to the row before', sql`previous_hash = sha256('x')`, 4],
])('the audit finds a changed %s, even when the owner of the database changes it', async (_what, change, sequence) => {
  const changed = (id: string) => sql`update audit_events set ${change} where chain = ${id} and sequence = ${sequence}`
  expect(await verifyChanged(changed)).toEqual({ intact: false, brokenAt: sequence })
})

test.each([
  ['first', sql`sequence = 1`, 1],
  ['second', sql`sequence = 2`, 2],
  ['last', sql`sequence = 7`, 7],
  ['last two', sql`sequence > 3`, 4],
  ['only', sql`true`, 1],
])('the audit finds that rows were removed: the %s', async (_which, rows, brokenAt) => {
  const removed = (id: string) => sql`delete from audit_events where chain = ${id} and ${rows}`
  expect(await verifyChanged(removed)).toEqual({ intact: false, brokenAt })
})

test('a chain whose head or count was changed is not intact', async () => {
  const longer = (id: string) => sql`update audit_chains set length = 8 where chain = ${id}`
  expect(await verifyChanged(longer)).toEqual({ intact: false, brokenAt: 8 })
  const another = (id: string) => sql`update audit_chains set length = 7, head = sha256('x') where chain = ${id}`
  expect(await verifyChanged(another)).toEqual({ intact: false, brokenAt: 7 })
})

test('a trail that nobody has changed is intact, also after all that was tried on it', async () => {
  expect(await verifyChanged(() => sql`select`)).toMatchObject({ intact: true, length: 7 })
})

test('the trail has no personal data in clear text, and stays intact when its signer is erased', async () => {
  const { ctx, id, trail, address } = await signedTrail(goodSignature)
  const { subject_id } = await ctx.db.selectFrom('signers').select('subject_id').executeTakeFirstOrThrow()
  const dump = async () => JSON.stringify(await ctx.db.selectFrom('audit_events').selectAll().execute())
  const told = JSON.stringify(trail)
  const said = ['Robin', address, 'lightMyRequest', sha256('Robin')]
  expect(said.filter((word) => !told.includes(word))).toEqual([])
  expect(await dump()).not.toMatch(new RegExp(`robin|${address}|lightMyRequest|b4eb71306c2267a1`, 'i'))
  await eraseSubject(ctx, subject_id)
  expect(
    JSON.stringify(await openRows(ctx, await ctx.db.selectFrom('audit_events').selectAll().execute())),
  ).not.toMatch(/robin/i)
  expect(await verifyChain(ctx, id)).toMatchObject({ intact: true, length: 7 })
})

test.each([
  [['fr'], 'en', 'fr'],
  [['fr', 'fr'], 'de-CH', 'fr'],
  [['en'], 'fr', 'en'],
  [['fr', 'en'], 'fr-CA', 'fr'],
  [['en', 'fr'], 'en', 'en'],
  [['en', 'fr'], 'de', 'de'],
  [[null], 'fr', 'en'],
  [['fr', null], 'en', 'en'],
])('people who signed in %j a text in %s get a document in %s', (languages, text, spoken) => {
  const signers = languages.map((language) => ({ language }))
  expect(spokenLanguage(signers, text)).toBe(spoken)
})

test('the language of a French signer is stored, and the document is made in French', async () => {
  const signing = await newSigning()
  const french = { 'accept-language': 'fr' }
  const visitor = signing.visit()
  await visitor.get('', french)
  const identity = { name: 'Robin', email: 'robin@example.com', electronic_records: 'true' }
  await visitor.post('identify', identity, french)
  await visitor.get('', french)
  await visitor.post('sign', { ...goodFields, ...goodSignature }, french)
  const { id } = await signing.ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  const rendered = Promise.withResolvers<FinishedAgreement>()
  await completeSubmission(signing.ctx, finishAs(rendered.resolve), id)
  const { spoken, signers } = await rendered.promise
  expect([spoken, signers[0]?.consents[0]?.title]).toEqual(['fr', expect.stringContaining('Consentement')])
})
