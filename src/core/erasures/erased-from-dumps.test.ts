import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { newApi, useServer } from '../../../test/support/api.ts'
import { database } from '../../../test/support/organization.ts'
import { newSigning, simpleAgreement } from '../../../test/support/signing.ts'
import { newVerification, runJob } from '../../../test/support/verifications.ts'
import { inspectEvidence } from '../submissions/index.ts'
import { decideVerification } from '../verifications/index.ts'
import { createWebhook } from '../webhooks/index.ts'
import { eraseSubject } from './index.ts'

const server = useServer()
const required = simpleAgreement.fields.map((field) => (field.key === 'name' ? { ...field, maxLength: 80 } : field))
const agreement = { ...simpleAgreement, fields: required }

// Only rows from this transaction on can have the planted texts. Other tests leave very many older rows.
let oldest = ''
beforeAll(async () => {
  const { rows } = await sql<{ id: string }>`select pg_current_xact_id()::xid::text as id`.execute(database.system)
  oldest = rows[0]?.id ?? ''
})

/** All rows since `oldest`, of all tables and organizations. Bytes are also read as text. */
async function dump(): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname in ('public', 'graphile_worker')`.execute(database.system)
  const texts = await Promise.all(
    rows.map(async ({ name }) => {
      const found = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t
        where age(t.xmin) <= age(${oldest}::text::xid)`.execute(database.system)
      return found.rows.map(
        ({ row }) => row + row.replaceAll(/\\\\?x([0-9a-f]+)/g, (_, hex) => Buffer.from(hex, 'hex').toString('latin1')),
      )
    }),
  )
  return texts.flat().join('\n')
}

const plant = (word: string) => ({
  name: `Quill${word} Feather`,
  email: `quill.${word}@feather.example`,
  metadata: `meta-${word}`,
  field: `field-${word}`,
  mark: `Mark${word}`,
  agent: `agent-${word}`,
  reason: `reason-${word}`,
})

async function visit(word: 'signed' | 'declined') {
  const planted = plant(word)
  const signing = await newSigning(agreement)
  await createWebhook(signing.ctx, { destinationUrl: 'https://a.example/hook' }, async () => null)
  const visitor = signing.visit()
  const headers = { 'user-agent': planted.agent }
  await visitor.get(`?internal_name=${planted.metadata}`, headers)
  await visitor.post('identify', { name: planted.name, email: planted.email, electronic_records: 'true' }, headers)
  const { subject_id: subjectId } = await signing.ctx.db
    .selectFrom('signers')
    .select('subject_id')
    .executeTakeFirstOrThrow()
  return { ...signing, planted, visitor, headers, subjectId }
}

function leaks(planted: Record<string, string>, text: string): string[] {
  return Object.values(planted).filter((value) => text.toLowerCase().includes(value.toLowerCase()))
}

test('a full dump has nothing planted of an erased signer, and the evidence stays intact', async () => {
  const { ctx, planted, visitor, headers, subjectId, finish } = await visit('signed')
  const form = { 'field.name': planted.field, 'field.from': '2026-04-01', 'field.agree': 'true' }
  await visitor.post('sign', { ...form, signature_method: 'typed', signature_text: planted.mark }, headers)
  await finish()
  expect(leaks(planted, await dump())).toEqual([planted.metadata])
  await eraseSubject(ctx, subjectId)
  expect(leaks(planted, await dump())).toEqual([])
  expect(await inspectEvidence(ctx)).toEqual([])
})

test('a full dump has nothing planted of an erased person who declined', async () => {
  const { ctx, planted, visitor, headers, subjectId } = await visit('declined')
  await visitor.post('decline', { reason: planted.reason }, headers)
  expect(leaks(planted, await dump())).toEqual([planted.metadata])
  await eraseSubject(ctx, subjectId)
  expect(leaks(planted, await dump())).toEqual([])
})

test('a full dump has nothing planted by an order of an erased person: metadata, reasons, stored replies, consents', async () => {
  const api = await newApi(server)
  const planted = { metadata: 'meta-ordered', reason: 'reason-ordered', typed: 'Typedordered', ssn: '543-21-2001' }
  const consent = await api.call('POST', '/v2/consents', {
    body: { kind: 'drug_test', typed_name: planted.typed },
    headers: { 'idempotency-key': 'planted' },
  })
  const check = await newVerification(api.ctx, { metadata: { internal_name: planted.metadata }, last: 'Consider' })
  await runJob(api.ctx, 'verification.submit', check.id)
  await runJob(api.ctx, 'verification.sync', check.id, 9_000)
  await decideVerification(api.ctx, check.id, { result: 'verified', reason: planted.reason })
  const ids = [
    check.subjectId,
    (
      await api.ctx.db
        .selectFrom('consents')
        .select('subject_id')
        .where('kind', '=', 'drug_test')
        .orderBy('accepted_at')
        .execute()
    ).map((row) => row.subject_id),
  ].flat()
  for (const id of new Set(ids)) await eraseSubject(api.ctx, id)
  expect(leaks(planted, await dump())).toEqual([])
  const again = await api.call('POST', '/v2/consents', {
    body: { kind: 'drug_test', typed_name: planted.typed },
    headers: { 'idempotency-key': 'planted' },
  })
  expect([consent.statusCode, again.statusCode, again.body.includes(planted.typed)]).toEqual([201, 410, false])
})
