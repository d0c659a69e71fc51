import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { database, newContext } from '../../../test/support/organization.ts'
import { newPerson, newVerification, providers, runJob } from '../../../test/support/verifications.ts'
import { simulator } from '../../adapters/providers/simulator/index.ts'
import type { Context } from '../context.ts'
import { eraseSubject } from '../erasures/index.ts'
import { deleteVerification, getVerification, listVerifications, orderVerification, type Provider } from './index.ts'
import { readPerson } from './personal-data.ts'

const planted = {
  ssn: '543-21-2001',
  digits: '543212001',
  birth: '1970-01-22',
  licence: 'F2111655',
  street: '1 Main Street',
}
const secrets = Object.values(planted)
const page = { number: 1, size: 50 }

/** A provider that copies everything it was told into its answers. */
const indiscreet: Provider = {
  ...simulator,
  async fetch(reference, now) {
    const report = await simulator.fetch(reference, now)
    const person = newPerson()
    const label = `SSN ${person.ssn}`
    const leaks = { information: person, notes: secrets, status_label: label, result: planted.digits, [planted.ssn]: 1 }
    return {
      ...report,
      payload: { ...report.payload, ...leaks, us_criminal_record_check_result: { names: secrets, ...leaks } },
    }
  },
}

async function completed(ctx: Context): Promise<string> {
  const { id } = await newVerification(ctx, {
    type: 'us_criminal_record_check',
    tier: 'request_us_criminal_record_check_tier_2',
  })
  await runJob(ctx, 'verification.submit', id)
  await runJob(ctx, 'verification.sync', id, 9_000, { providers: { simulator: indiscreet } })
  return id
}

async function dump(ctx: Context): Promise<string> {
  const tables = [
    'subjects',
    'personal_data',
    'verifications',
    'verification_revisions',
    'consents',
    'events',
    'audit_events',
  ]
  const rows = await Promise.all(
    tables.map((name) => sql`select to_jsonb(t) as row from ${sql.table(name)} t`.execute(ctx.db)),
  )
  const text = JSON.stringify(rows.map((result) => result.rows))
  const jobs = await database.pool.query('select payload from graphile_worker._private_jobs')
  return text + JSON.stringify(jobs.rows)
}

test('a planted number, birth date or address is in no row in clear text, and in no list', async () => {
  const ctx = await newContext()
  const id = await completed(ctx)
  const list = JSON.stringify(await listVerifications(ctx, { page }))
  const seen = (await dump(ctx)) + list + JSON.stringify(await getVerification(ctx, id))
  for (const secret of secrets) {
    expect(seen).not.toContain(secret)
    expect(seen).not.toContain(Buffer.from(secret).toString('hex'))
  }
  expect(await getVerification(ctx, id)).toMatchObject({ latestResponse: { activity_log: [{}, {}, {}, {}] } })
})

test('the details of a person can be read for an order until the person is erased', async () => {
  const ctx = await newContext()
  const { id, subjectId } = await getVerification(ctx, await completed(ctx))
  expect(await readPerson(ctx, subjectId)).toMatchObject({
    ssn: planted.digits,
    driverLicence: { number: planted.licence },
  })
  expect(await eraseSubject(ctx, subjectId)).toBe(true)
  await expect(readPerson(ctx, subjectId)).rejects.toMatchObject({ code: 'subject_erased' })
  expect(await eraseSubject(ctx, subjectId)).toBe(false)
  expect(await getVerification(ctx, id)).toMatchObject({ status: 'completed', result: 'verified' })
})

test('erasing a person cancels their open verifications', async () => {
  const ctx = await newContext()
  const { id, subjectId } = await newVerification(ctx)
  await eraseSubject(ctx, subjectId)
  expect(await getVerification(ctx, id)).toMatchObject({
    status: 'cancelled',
    details: { reason_codes: ['subject_erased'] },
  })
})

test('a deleted verification disappears at once, with its scans and its person, and a second delete finds nothing', async () => {
  const ctx = await newContext()
  const { id, subjectId } = await getVerification(ctx, await completed(ctx))
  expect(await deleteVerification(ctx, id)).toEqual({ id, deletedAt: ctx.now })
  await expect(getVerification(ctx, id)).rejects.toMatchObject({ code: 'verification_not_found' })
  await expect(deleteVerification(ctx, id)).rejects.toMatchObject({ code: 'verification_not_found' })
  expect((await listVerifications(ctx, { page })).total).toBe(0)
  const subject = await ctx.db.selectFrom('subjects').selectAll().where('id', '=', subjectId).executeTakeFirst()
  expect(subject).toMatchObject({ wrapped_key: null, erased_at: ctx.now })
  expect(await ctx.db.selectFrom('personal_data').selectAll().execute()).toEqual([])
})

test('a report about an erased person is applied, and nothing personal of it is stored', async () => {
  const ctx = await newContext()
  const { id, subjectId } = await newVerification(ctx, { type: 'motor_vehicle_record', last: 'Dispute' })
  await runJob(ctx, 'verification.sync', id, 0)
  await runJob(ctx, 'verification.sync', id, 2_000)
  await eraseSubject(ctx, subjectId)
  await runJob(ctx, 'verification.sync', id, 6_000)
  expect(await getVerification(ctx, id)).toMatchObject({ status: 'completed', result: 'verified' })
  expect(await ctx.db.selectFrom('personal_data').selectAll().execute()).toEqual([])
})

test('the data of a person stays as long as another live verification needs it', async () => {
  const ctx = await newContext()
  const { id, subjectId } = await newVerification(ctx)
  const other = await orderVerification(ctx, providers, { type: 'motor_vehicle_record', subjectId })
  await deleteVerification(ctx, id)
  expect(await readPerson(ctx, subjectId)).toMatchObject({ ssn: planted.digits })
  await deleteVerification(ctx, other.id)
  await expect(readPerson(ctx, subjectId)).rejects.toMatchObject({ code: 'subject_erased' })
})

test('a deleted open verification is cancelled and redacted at its provider', async () => {
  const ctx = await newContext()
  const { id } = await newVerification(ctx)
  await runJob(ctx, 'verification.submit', id)
  await deleteVerification(ctx, id)
  const told: string[] = []
  const note = (what: string) => async () => void told.push(what)
  const listening: Provider = { ...simulator, cancel: note('cancel'), redact: note('redact') }
  await runJob(ctx, 'verification.redact', id, 0, { providers: { listening } })
  expect(told).toEqual(['cancel', 'redact'])
})

test('an erasure removes the person from the event log, and keeps that the events happened', async () => {
  const ctx = await newContext()
  const { subjectId } = await newVerification(ctx, { metadata: { internal_name: 'Jane' } })
  await eraseSubject(ctx, subjectId)
  const events = await ctx.db.selectFrom('events').select(['type', 'data']).execute()
  expect(events.length).toBeGreaterThan(0)
  expect(JSON.stringify(events)).not.toContain('Jane')
})
