import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newContext } from '../../../test/support/organization.ts'
import { transaction } from '../../db/index.ts'
import { recordAudit } from './index.ts'

test('PostgreSQL plans the statements of the trail once for each connection', async () => {
  const ctx = await newContext()
  const subject = { type: 'organization', id: ctx.organizationId }
  const planned = await transaction(ctx, async (inner) => {
    for (const action of ['organization.updated', 'organization.updated']) await recordAudit(inner, { action, subject })
    const { rows } = await sql<{ name: string }>`select name from pg_prepared_statements`.execute(inner.db)
    return rows.map(({ name }) => name)
  })
  const own = ['append_audit', 'audit_end', 'bind_organization', 'lock_until_commit', 'move_audit_end']
  expect(planned.filter((name) => own.includes(name)).sort()).toEqual(own)
})
