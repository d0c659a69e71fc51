import { expect, inject, test } from 'vitest'
import { createDatabase, queryAll } from '../../test/support/database.ts'
import { explainDatabaseError } from './database-errors.ts'
import { DomainError } from './errors.ts'

test.each(['53100', '53300', '57P01', '57P03', '08006', '25006'])('SQLSTATE %s is an outage', async (code) => {
  const raise = `do $$ begin raise exception 'x' using errcode = '${code}'; end $$`
  const error = await queryAll(await createDatabase(), raise).catch((thrown: unknown) => thrown)
  expect(explainDatabaseError(error)).toMatchObject({ kind: 'unavailable', code: 'database_unavailable' })
})

test.each([
  ['23503', 'insert into parts values (1)'],
  ['23505', "insert into wholes values (2, 'a'), (3, 'a')"],
])('SQLSTATE %s is a conflict with another request', async (_, statement) => {
  const setUp =
    'create table wholes (id int primary key, name text unique); create table parts (id int references wholes)'
  const error = await queryAll(await createDatabase(), `${setUp}; ${statement}`).catch((thrown: unknown) => thrown)
  expect(explainDatabaseError(error)).toMatchObject({ kind: 'conflict', code: 'changed_meanwhile' })
})

test('a second row with a generated key is a bug', async () => {
  const twice = 'create table wholes (id int primary key); insert into wholes values (2), (2)'
  const error = await queryAll(await createDatabase(), twice).catch((thrown: unknown) => thrown)
  expect(explainDatabaseError(error)).toBe(error)
})

// A new key needs a decision: may two requests ask for it at once, and does the verb name that conflict?
const contested = [
  'consents_live',
  'documents_organization_id_submission_id_kind_key',
  'invitations_open',
  'mail_recipients_organization_id_address_key',
  'memberships_organization_id_user_id_key',
  'organizations_slug_key',
  'passkeys_credential_id_key',
  'review_claims_one',
  'roles_organization_id_name_key',
  'saved_views_name',
  'sign_in_accounts_provider_id_account_id_key',
  'signers_opened_by',
  'signers_organization_id_submission_id_role_key',
  'two_factors_user_id_key',
  'users_email',
  'verifications_provider_reference',
  'webhook_recoveries_running',
]

test('only these keys can be requested twice at once', async () => {
  const indexes = await queryAll(
    inject('databaseUrl'),
    `select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid
     where x.indisunique and not x.indisprimary and not i.relispartition and i.relnamespace = 'public'::regnamespace`,
  )
  const violate = (constraint: unknown) => Object.assign(new Error('x'), { code: '23505', constraint })
  const found = indexes.filter(({ name }) => explainDatabaseError(violate(name)) instanceof DomainError)
  expect(found.map(({ name }) => name).sort()).toEqual(contested)
})

test('a bug is not reported as an outage', async () => {
  const error = await queryAll(await createDatabase(), 'select nothing').catch((thrown: unknown) => thrown)
  expect(explainDatabaseError(error)).toBe(error)
})
