import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { formatId } from '../../src/core/ids.ts'
import { readDocument } from '../../src/core/submissions/index.ts'
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
  const { ctx } = signing
  return { ctx, org: ctx.organizationId, submission: id, id: formatId('submission', id), slug, audit }
}

test('`audit --document` compares the heads of a document and a bundle that were kept elsewhere with the log', async () => {
  const { org, ctx, submission, slug, audit } = await finished()
  const folder = await mkdtemp(join(tmpdir(), 'sealane-audit-'))
  const file = join(folder, 'kept.pdf')
  await writeFile(file, (await readDocument(ctx, submission)).bytes)
  const whole = `${slug}: all is as it was written.\n${file}: is proven, and the log still begins with its head.\n`
  expect(await audit('--document', file)).toMatchObject({ code: 0, out: whole })
  await sql`update evidence_tiles set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1) where organization_id = ${org}`.execute(
    database.system,
  )
  const { code, out } = await audit('--document', file, '--json')
  const problem = expect.stringContaining('the log was rebuilt')
  expect([code, JSON.parse(out).documents]).toEqual([1, [{ file, problem }]])
  expect(await audit('--document', `${folder}/none.pdf`)).toMatchObject({
    code: 2,
    err: expect.stringContaining('none.pdf'),
  })
})

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
