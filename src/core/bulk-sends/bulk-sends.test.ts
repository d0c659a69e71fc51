import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, inject, test } from 'vitest'
import { database, keyActor, newContext } from '../../../test/support/organization.ts'
import { newAgreementFor } from '../../../test/support/several.ts'
import { archiveAgreement, updateAgreementLink } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { eraseSubject } from '../erasures/index.ts'
import { listSubmissions } from '../submissions/index.ts'
import {
  bulkSendJobs,
  continueBulkSend,
  createBulkSend,
  deleteBulkSend,
  getBulkSend,
  listBulkSends,
  type NewBulkSend,
  type RowResult,
  readResult,
  stopBulkSend,
} from './index.ts'
import { emptyOldBulkSends } from './retention.ts'

const fixture = fileURLToPath(new URL('./crashing.fixture.ts', import.meta.url))
const peopleOf = (count: number) =>
  `email;name;order\r\n${Array.from({ length: count }, (_, at) => `p${at}@x.example;Person ${at};A-${at}\r\n`).join('')}`

async function begin(text = peopleOf(3), more: Partial<NewBulkSend> = {}) {
  const ctx = await newContext({ actor: keyActor() })
  const link = await newAgreementFor(ctx, [{ role: 'tenant' }])
  const file = (words: string) => ({ name: 'people.csv', bytes: Buffer.from(words) })
  const again = (words = text) => createBulkSend(ctx, { agreementLinkId: link.id, file: file(words), ...more })
  const send = await again()
  const deps = { database, now: () => ctx.now, contextOf: () => ({ ...ctx, actor: { kind: 'system' } as const }) }
  const payload = { organizationId: ctx.organizationId, bulkSendId: send.id }
  const run = async () => bulkSendJobs['bulk_send.run']?.(deps, payload)
  // A run ends after a while, on a slow machine before its last row.
  const finish = async () => {
    do await run()
    while ((await getBulkSend(ctx, send.id)).state === 'running')
  }
  return { ctx, link, send, again, run, finish, payload }
}

async function resultOf(ctx: Context, id: string): Promise<RowResult[]> {
  const rows: RowResult[] = []
  for await (const part of (await readResult(ctx, id)).parts) rows.push(...part)
  return rows
}
const countSubmissions = async (ctx: Context) => (await listSubmissions(ctx, {})).items.length
const sealedOf = async (ctx: Context) =>
  (await ctx.db.selectFrom('bulk_send_rows').select(['sealed', 'ways_in']).execute()).filter((row) => row.sealed)

test('each row of a file becomes one submission of the actor who began it, and no sealed row remains', async () => {
  const { ctx, send, finish } = await begin(peopleOf(230))
  await finish()
  expect(await getBulkSend(ctx, send.id)).toMatchObject({ state: 'done', made: 230, total: 230 })
  const { items } = await listSubmissions(ctx, {})
  expect(new Set(items.map(({ metadata }) => metadata.order)).size).toBe(230)
  expect(await sealedOf(ctx)).toEqual([])
  const trail = await ctx.db
    .selectFrom('audit_events')
    .select('actor')
    .where('action', '=', 'submission.created')
    .execute()
  expect(new Set(trail.map(({ actor }) => actor.kind))).toEqual(new Set(['api_key']))
})

test('a file with one bad row makes nothing', async () => {
  const { ctx, again } = await begin()
  await expect(again(`${peopleOf(2)}nobody;X;1\r\n`)).rejects.toMatchObject({
    faults: [{ path: ['file', '4', 'email'], code: 'email' }],
  })
  expect((await listBulkSends(ctx, {})).items).toHaveLength(1)
})

test('a file with the same content makes nothing the second time, however it is written', async () => {
  const { ctx, send, again, run } = await begin()
  await run()
  const others = [peopleOf(3), `\ufeff${peopleOf(3).replaceAll(';', ',').replaceAll('\r\n', '\n')}\n\n`]
  const found = await Promise.all([...others, ...others].map((text) => again(text)))
  await run()
  expect(new Set(found.map(({ id }) => id))).toEqual(new Set([send.id]))
  expect(await countSubmissions(ctx)).toBe(3)
})

test('a file that asks other people for a code is another file', async () => {
  const rows = ['email;name;access', 'a@x.example;A;email_code', 'b@x.example;B;']
  const { send, again } = await begin(rows.join('\r\n'))
  const [head = '', one = '', two = ''] = rows
  const other = await again([head, one.replace('email_code', ''), `${two}email_code`].join('\r\n'))
  expect(other.id).not.toBe(send.id)
  expect((await again(rows.join('\r\n'))).id).toBe(send.id)
})

test('the stored rows reveal nothing about the people of a file', async () => {
  const { ctx } = await begin('email,name\nquillreply@x.example,Quillreply Feather\n')
  const rows = await ctx.db.selectFrom('bulk_send_rows').selectAll().execute()
  const sends = await ctx.db.selectFrom('bulk_sends').selectAll().execute()
  expect(
    JSON.stringify([rows, sends].flat(), (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    ),
  ).not.toMatch(/quillreply/i)
})

test('a bulk send that is killed again and again makes each row exactly once', async () => {
  const { ctx, send, finish, payload } = await begin(peopleOf(400))
  for (const wait of [30, 90, 170, 260]) {
    const child = spawn(process.execPath, [fixture, inject('databaseUrl'), payload.organizationId, send.id])
    await once(child.stdout, 'data')
    await new Promise((resolve) => setTimeout(resolve, wait))
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  await finish()
  const made = await ctx.db.selectFrom('submissions').select('metadata').execute()
  expect([made.length, new Set(made.map(({ metadata }) => metadata.order)).size]).toEqual([400, 400])
}, 60_000)

test('two processes at once make each row once', async () => {
  const { ctx, run, finish } = await begin(peopleOf(250))
  await Promise.all([run(), run()])
  await finish()
  expect(await ctx.db.selectFrom('submissions').select('id').execute()).toHaveLength(250)
})

test('a stopped bulk send makes nothing, and continues where it stopped', async () => {
  const { ctx, send, run } = await begin()
  await stopBulkSend(ctx, send.id)
  await run()
  expect(await countSubmissions(ctx)).toBe(0)
  await continueBulkSend(ctx, send.id)
  await run()
  expect(await countSubmissions(ctx)).toBe(3)
})

test('a deactivated link stops a bulk send with the reason, and it continues once the link is active', async () => {
  const { ctx, send, link, run } = await begin()
  await updateAgreementLink(ctx, link.id, { isActive: false })
  await run()
  expect(await getBulkSend(ctx, send.id)).toMatchObject({
    state: 'stopped',
    made: 0,
    trouble: { code: 'agreement_link_inactive' },
  })
  await updateAgreementLink(ctx, link.id, { isActive: true })
  await continueBulkSend(ctx, send.id)
  await run()
  expect(await getBulkSend(ctx, send.id)).toMatchObject({ state: 'done', made: 3, trouble: null })
})

test('an archived agreement stops a bulk send', async () => {
  const { ctx, send, link, run } = await begin()
  await archiveAgreement(ctx, link.agreementId)
  await run()
  expect(await getBulkSend(ctx, send.id)).toMatchObject({
    state: 'stopped',
    trouble: { code: 'agreement_link_inactive' },
  })
})

test('a bulk send can be deleted before it has made anything, and not after that', async () => {
  const { ctx, send, run } = await begin(undefined, { isStopped: true })
  await run()
  await deleteBulkSend(ctx, send.id)
  const other = await begin()
  await expect(deleteBulkSend(other.ctx, other.send.id)).rejects.toMatchObject({ code: 'bulk_send_begun' })
  expect(await countSubmissions(ctx)).toBe(0)
})

test('the result has invitation links for seven days, only for those who may send them, and then they are deleted', async () => {
  const { ctx, send, run } = await begin(undefined, { delivery: 'link' })
  await run()
  const tokens = (rows: RowResult[]) => rows.flatMap(({ waysIn }) => Object.values(waysIn))
  expect(tokens(await resultOf(ctx, send.id))).toHaveLength(3)
  const reader = { ...ctx, actor: keyActor(['submissions:read']) }
  expect(tokens(await resultOf(reader, send.id))).toEqual([])
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 8 * 86_400_000) }
  await emptyOldBulkSends(database.system, later.now, (organizationId) => ({
    ...later,
    organizationId,
    db: database.forOrganization(organizationId),
  }))
  expect(tokens(await resultOf(ctx, send.id))).toEqual([])
})

test('the remaining rows of a stopped bulk send are deleted after thirty days, and it cannot continue', async () => {
  const { ctx, send } = await begin(undefined, { isStopped: true })
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 31 * 86_400_000) }
  await emptyOldBulkSends(database.system, later.now, (organizationId) => ({
    ...later,
    organizationId,
    db: database.forOrganization(organizationId),
  }))
  expect(await sealedOf(ctx)).toEqual([])
  await expect(continueBulkSend(later, send.id)).rejects.toMatchObject({ code: 'bulk_send_emptied' })
})

test('an erased person disappears from the result', async () => {
  const { ctx, send, run } = await begin(peopleOf(1), { delivery: 'link' })
  await run()
  const [before] = await resultOf(ctx, send.id)
  await eraseSubject(ctx, before?.submission?.signers[0]?.subjectId ?? '')
  expect(await resultOf(ctx, send.id)).toMatchObject([
    { waysIn: {}, submission: { signers: [{ name: null, email: null }] } },
  ])
})

test('another organization cannot see a bulk send', async () => {
  const [{ send }, other] = [await begin(), await newContext()]
  for (const verb of [getBulkSend, stopBulkSend, continueBulkSend, deleteBulkSend, readResult])
    await expect(verb(other, send.id)).rejects.toMatchObject({ code: 'bulk_send_not_found' })
})
