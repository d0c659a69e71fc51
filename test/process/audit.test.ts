import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { formatId } from '../../src/core/ids.ts'
import { database } from '../support/organization.ts'
import { newServerHome } from '../support/server-home.ts'
import { runHere } from '../support/shell.ts'
import { goodFields, goodSignature, newIdentified, newSigning } from '../support/signing.ts'

async function finished() {
  const signing = await newSigning()
  await (await newIdentified(signing)).post('sign', { ...goodFields, ...goodSignature })
  await signing.finish()
  const { id } = await signing.ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  const organization = database.system.selectFrom('organizations').select('slug')
  const { slug } = await organization.where('id', '=', signing.ctx.organizationId).executeTakeFirstOrThrow()
  const home = await newServerHome()
  const environment = { DATABASE_URL: inject('databaseUrl'), SEALANE_HOME: home, SEALANE_MASTER_KEY: '07'.repeat(32) }
  const audit = (...options: string[]) => runHere(['audit', '--organization', slug, ...options], environment)
  return { org: signing.ctx.organizationId, id: formatId('submission', id), slug, audit }
}

test('`audit` reports untouched evidence, and names tampered evidence with the exit code 1', async () => {
  const { org, id, slug, audit } = await finished()
  expect(await audit()).toMatchObject({ code: 0, out: `${slug}: all is as it was written.\n` })
  await sql`update document_contents set bytes = decode('00', 'hex') where organization_id = ${org}`.execute(
    database.system,
  )
  await sql`delete from audit_events where organization_id = ${org} and action = 'agreement.completed'`.execute(
    database.system,
  )
  const { code, out } = await audit('--json')
  const [{ findings }] = JSON.parse(out).organizations
  const found = findings.map((finding: { what: string; id: string }) => `${finding.what} ${finding.id}`)
  expect([code, found]).toEqual([1, expect.arrayContaining([`chain ${id}`, expect.stringMatching(/^document doc_/)])])
})
