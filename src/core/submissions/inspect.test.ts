import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { database } from '../../../test/support/organization.ts'
import { goodFields, goodSignature, newIdentified, newSigning } from '../../../test/support/signing.ts'
import { takeBack } from '../../../test/support/taken-back.ts'
import { eraseSubject } from '../erasures/index.ts'
import { inspectEvidence, readDocument } from './index.ts'

async function finished() {
  const signing = await newSigning()
  await (await newIdentified(signing)).post('sign', { ...goodFields, ...goodSignature })
  await signing.finish()
  const { id } = await signing.ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  return { ...signing, id, org: signing.ctx.organizationId }
}

type Finished = Awaited<ReturnType<typeof finished>>
let shared: Promise<Finished> | undefined
const finishedOnce = () => {
  shared ??= finished()
  return shared
}

/** Inspects a finished submission after a change. All changes use one submission, and are rolled back. */
async function changed<T>(change: (org: string) => RawBuilder<unknown>, look: (one: Finished) => Promise<T>) {
  const one = await finishedOnce()
  return takeBack(async (db) => {
    await change(one.org).execute(db)
    return look({ ...one, ctx: { ...one.ctx, db } })
  })
}

test('the audit finds untouched evidence intact, also that of an erased signer', async () => {
  const { ctx } = await finished()
  expect(await inspectEvidence(ctx)).toEqual([])
  const { subject_id } = await ctx.db.selectFrom('signers').select('subject_id').executeTakeFirstOrThrow()
  await eraseSubject(ctx, subject_id)
  expect(await inspectEvidence(ctx)).toEqual([])
})

const at = (org: string) => sql`organization_id = ${org}`
test.each([
  [
    'chain',
    'a row of the trail',
    (org: string) => sql`update audit_events set occurred_at = now() where ${at(org)} and action = 'agreement.signed'`,
  ],
  [
    'chain',
    'the last rows',
    (org: string) => sql`delete from audit_events where ${at(org)} and action = 'agreement.completed'`,
  ],
  ['chain', 'a whole chain', (org: string) => sql`delete from audit_events where ${at(org)} and chain <> ${org}`],
  [
    'submission',
    'a chain with its head',
    (org: string) =>
      sql`with gone as (delete from audit_chains where ${at(org)} and chain <> ${org}) delete from audit_events where ${at(org)} and chain <> ${org}`,
  ],
  ['chain', 'a head', (org: string) => sql`update audit_chains set head = sha256('x') where ${at(org)}`],
  ['chain', 'a count', (org: string) => sql`update audit_chains set length = length + 1 where ${at(org)}`],
  [
    'opening',
    'what opens a commitment',
    (org: string) => sql`update audit_events set personal = null where ${at(org)} and action = 'agreement.signed'`,
  ],
  [
    'signer',
    'the time of a signature',
    (org: string) => sql`update signers set signed_at = signed_at - interval '1 day' where ${at(org)}`,
  ],
  [
    'signer',
    'the text that was shown',
    (org: string) => sql`update signers set shown_sha256 = sha256('x') where ${at(org)}`,
  ],
  ['submission', 'the mark', (org: string) => sql`update signers set mark = decode('01', 'hex') where ${at(org)}`],
  ['field', 'a field', (org: string) => sql`delete from field_values where ${at(org)} and field_key = 'name'`],
  ['consent', 'a consent', (org: string) => sql`update consents set kind = 'biometrics' where ${at(org)}`],
  ['consent', 'all consents', (org: string) => sql`delete from consents where ${at(org)}`],
  [
    'document',
    'the document',
    (org: string) => sql`update document_contents set bytes = decode('00', 'hex') where ${at(org)}`,
  ],
  [
    'document',
    'the hash of the document',
    (org: string) => sql`update documents set sha256 = sha256('x') where ${at(org)}`,
  ],
  ['document', 'the document with its row', (org: string) => sql`delete from documents where ${at(org)}`],
])('a changed %s is found: %s', async (what, _which, change) => {
  const findings = await changed(change, ({ ctx }) => inspectEvidence(ctx))
  expect(findings.map((finding) => finding.what)).toContain(what)
})

test('what was tried on it has left the finished submission untouched', async () => {
  expect(await inspectEvidence((await finishedOnce()).ctx)).toEqual([])
})

test('a chain that was rewritten with its head and count differs from the announced head', async () => {
  const change = (org: string) =>
    sql`update events set data = jsonb_set(data, '{trail,head}', '"00"') where ${at(org)} and type = 'agreement.completed'`
  const findings = await changed(change, ({ ctx }) => inspectEvidence(ctx))
  const { id } = await finishedOnce()
  expect(findings).toEqual([{ what: 'event', id, misfit: { code: 'head_announced', params: {} } }])
})

test.each([
  ['bytes', (org: string) => sql`update document_contents set bytes = substring(bytes from 2) where ${at(org)}`],
  ['hash', (org: string) => sql`update documents set sha256 = sha256('x') where ${at(org)}`],
])('a document whose %s were changed is not served', async (_what, change) => {
  const refused = await changed(change, ({ ctx, id }) => readDocument(ctx, id).catch((error) => error))
  expect(refused).toMatchObject({ code: 'document_tampered' })
})

test('a trail that was tampered with stops the making of the document, and the organization is told once', async () => {
  const signing = await newSigning()
  await (await newIdentified(signing)).post('sign', { ...goodFields, ...goodSignature })
  await sql`delete from audit_events where ${at(signing.ctx.organizationId)} and action = 'signer.identified'`.execute(
    database.system,
  )
  for (const _time of [1, 2]) await signing.finish()
  const rows = await signing.ctx.db
    .selectFrom('audit_events')
    .select(['action', 'data'])
    .where('action', '=', 'agreement.completion_refused')
    .execute()
  expect(rows).toEqual([{ action: 'agreement.completion_refused', data: { brokenAt: expect.any(Number) } }])
  expect(await signing.ctx.db.selectFrom('documents').selectAll().execute()).toEqual([])
})
