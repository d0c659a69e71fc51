import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { eraseSubject } from '../../src/core/erasures/index.ts'
import { exportJobs, listExports } from '../../src/core/exports/index.ts'
import { newId } from '../../src/core/ids.ts'
import { writeExportPart } from '../../src/http/jsonapi/exports/write-part.ts'
import { create } from '../conformance/jsonapi/world.ts'
import { type Client, newClient, newColleague } from '../support/jsonapi.ts'
import { beginExport, fileOf, readExport, runExportOf } from '../support/kept-exports.ts'
import { database } from '../support/organization.ts'
import { newVerification } from '../support/verifications.ts'

const dayMs = 86_400_000
const hook = (path: string) => ({ destinationUrl: `http://127.0.0.1:9/${path}` })
const codeOf = ({ body }: Awaited<ReturnType<typeof fileOf>>) => body.errors[0].code

/** An organization with this many roles, which are cheap to make. */
async function withRoles(count: number): Promise<Client> {
  const client = await newClient()
  const { organizationId, db } = client.ctx
  const all = db.selectFrom('roles').selectAll().where('organization_id', '=', organizationId)
  const row = await all.limit(1).executeTakeFirstOrThrow()
  const many = Array.from({ length: count }, (_, n) => ({ ...row, id: newId(), name: `r-${n}`, is_builtin: false }))
  await db.insertInto('roles').values(many).execute()
  return client
}

const sealedOf = async ({ ctx }: Client) => {
  const rows = [
    await ctx.db.selectFrom('exports').selectAll().execute(),
    await ctx.db.selectFrom('export_parts').selectAll().execute(),
  ]
  return JSON.stringify(rows, (_, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  )
}

test.each(['csv', 'ndjson'])('a kept export as %s is the file that the list is exported as', async (format) => {
  const client = await newClient()
  for (const path of ['b', 'a', 'other']) await create(client, 'webhooks', hook(path))
  const query = 'filter[destinationUrl]=:9&sort=destinationUrl'
  const { id } = await beginExport(client, { format, query })
  await runExportOf(client, id)
  const headers = { authorization: `Bearer ${client.token}` }
  const { payload } = await client.app.inject({ url: `/v1/api/exports/webhooks.${format}?${query}`, headers })
  const file = await fileOf(client, id)
  expect([file.text, file.headers['content-length']]).toEqual([payload, Buffer.byteLength(payload)].map(String))
  expect(await readExport(client, id)).toMatchObject({ state: 'done', total: 3, made: 3, query })
})

test('progress is told, and a file is not given away before it is whole', async () => {
  const client = await withRoles(1_200)
  const { id } = await beginExport(client, { list: 'roles' })
  let parts = 0
  const write: typeof writeExportPart = (...asked) => {
    if (parts++ === 1) throw new Error('The machine loses its power.')
    return writeExportPart(...asked)
  }
  await expect(runExportOf(client, id, { write })).rejects.toThrow('power')
  expect(await readExport(client, id)).toMatchObject({ state: 'running', total: 1_204, made: 500 })
  const early = await fileOf(client, id)
  expect([early.status, codeOf(early)]).toEqual([409, 'export_running'])
})

test('a deleted export stops, and leaves nothing', async () => {
  const client = await withRoles(600)
  const { id } = await beginExport(client, { list: 'roles' })
  expect((await client.call('DELETE', `/exports/${id}`)).status).toBe(204)
  await runExportOf(client, id)
  expect(await client.ctx.db.selectFrom('export_parts').select('number').execute()).toEqual([])
  expect((await fileOf(client, id)).status).toBe(404)
})

test('nobody else sees an export, neither a colleague nor another organization', async () => {
  const client = await newClient()
  const { id } = await beginExport(client, {})
  await runExportOf(client, id)
  for (const other of [await newColleague(client, 'admin'), await newClient()]) {
    const answers = [
      await fileOf(other, id),
      await other.get(`/exports/${id}`),
      await other.call('DELETE', `/exports/${id}`),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    expect((await other.get('/exports')).body.data).toEqual([])
  }
})

test('who may read the list no more gets no file of it, and no export of it goes on', async () => {
  const admin = await newClient()
  const client = await newColleague(admin, 'manager')
  const [done, open] = [
    await beginExport(client, { list: 'audit-events' }),
    await beginExport(client, { list: 'audit-events' }),
  ]
  await runExportOf(client, done.id)
  await admin.ctx.db.updateTable('memberships').set({ role: 'viewer' }).where('user_id', '=', client.userId).execute()
  await runExportOf(client, open.id)
  const refused = await fileOf(client, done.id)
  expect([refused.status, codeOf(refused)]).toEqual([403, 'permission_missing'])
  expect(await readExport(client, open.id)).toMatchObject({ state: 'failed', troubleCode: 'export_not_allowed' })
  const failed = await fileOf(client, open.id)
  expect([failed.status, codeOf(failed)]).toEqual([403, 'permission_missing'])
})

test('nobody asks for an export of what they may not read', async () => {
  const client = await newColleague(await newClient(), 'member')
  const data = { type: 'exports', attributes: { list: 'api-keys', format: 'csv' } }
  expect((await client.call('POST', '/exports', { body: { data } })).status).toBe(403)
})

test('a file is kept for seven days, and then it goes', async () => {
  const client = await newClient()
  const { id } = await beginExport(client, { query: 'sort=createdAt' })
  await runExportOf(client, id)
  const now = new Date(Date.now() + 8 * dayMs)
  const contextOf = (organizationId: string) => ({
    ...client.ctx,
    organizationId,
    db: database.forOrganization(organizationId),
  })
  await exportJobs['export.expire']?.({ database, now: () => now, contextOf, write: writeExportPart }, {})
  const gone = await fileOf(client, id)
  expect([gone.status, codeOf(gone)]).toEqual([410, 'export_gone'])
  expect(await readExport(client, id)).toMatchObject({ state: 'expired', query: null })
  expect(await client.ctx.db.selectFrom('export_parts').select('number').execute()).toEqual([])
})

test('what is stored reveals neither the rows nor the filters', async () => {
  const client = await newClient()
  await create(client, 'webhooks', hook('quillreply'))
  const { id } = await beginExport(client, { query: 'filter[destinationUrl]=quillreply' })
  await runExportOf(client, id)
  expect((await fileOf(client, id)).text).toContain('quillreply')
  expect(await sealedOf(client)).not.toMatch(/quillreply/i)
})

test('the erasure of a person rewrites a file without that person', async () => {
  const client = await newClient()
  const { subjectId } = await newVerification(client.ctx, { metadata: { internal_name: 'quillreply' } })
  const { id } = await beginExport(client, { list: 'verifications' })
  await runExportOf(client, id)
  const before = (await fileOf(client, id)).text
  await eraseSubject(client.ctx, subjectId)
  const between = await fileOf(client, id)
  await runExportOf(client, id)
  expect([before.includes('quillreply'), codeOf(between)]).toEqual([true, 'export_running'])
  expect((await fileOf(client, id)).text).not.toContain('quillreply')
})

test('many erasures in a row rewrite a file once, a minute later, and leave lists about nobody alone', async () => {
  const client = await newClient()
  const { ctx } = client
  const people = [await newVerification(ctx), await newVerification(ctx)]
  for (const list of ['verifications', 'roles']) await runExportOf(client, (await beginExport(client, { list })).id)
  const jobs = () => sql`select from graphile_worker._private_jobs where key like 'export.run:%'
    and payload ->> 'organizationId' = ${ctx.organizationId} and run_at > now() + interval '50 seconds'`
  for (const { subjectId } of people) await eraseSubject({ ...ctx, now: new Date() }, subjectId)
  const { items } = await listExports(ctx)
  expect(items.map(({ list, state }) => [list, state])).toEqual([
    ['roles', 'done'],
    ['verifications', 'running'],
  ])
  expect((await jobs().execute(database.system)).rows.length).toBe(1)
})

test.each([
  [{ list: 'gadgets', format: 'csv' }, '/data/attributes/list'],
  [{ list: 'exports/x', format: 'csv' }, '/data/attributes/list'],
  [{ list: 'webhooks', format: 'xlsx' }, '/data/attributes/format'],
  [{ list: 'webhooks', format: 'csv', query: 'filter[nope]=1' }, '/data/attributes/query'],
  [{ list: 'webhooks', format: 'csv', query: 'page[size]=2' }, '/data/attributes/query'],
])('the export %j is refused where it is wrong', async (attributes, pointer) => {
  const { status, body } = await (await newClient()).call('POST', '/exports', {
    body: { data: { type: 'exports', attributes } },
  })
  expect([status, body.errors[0].source]).toEqual([422, { pointer }])
})

test('a person has at most three exports at work', async () => {
  const client = await newClient()
  for (let count = 0; count < 3; count++) await beginExport(client, {})
  const data = { type: 'exports', attributes: { list: 'roles', format: 'csv' } }
  const { status, body } = await client.call('POST', '/exports', { body: { data } })
  expect([status, body.errors[0].code]).toEqual([409, 'too_many_exports'])
})
