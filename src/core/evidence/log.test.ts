import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { database, newContext, vault } from '../../../test/support/organization.ts'
import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { eraseSubject } from '../erasures/index.ts'
import { ensureSubject } from '../people/index.ts'
import { readCheckpoint } from './checkpoint.ts'
import { extendLogs, inspectLog, proveEntry, readHead, rotateLogKey } from './index.ts'
import { isIncluded } from './tree.fixture.ts'
import { leafHash } from './tree.ts'

const parts = { db: database.system, vault, now: () => new Date(), host: () => 'sign.example.com' }

async function note(ctx: Context, count: number): Promise<void> {
  for (let at = 0; at < count; at++)
    await transaction(ctx, (inner) =>
      recordAudit(inner, {
        action: 'test.done',
        subject: { type: 'organization', id: ctx.organizationId },
        data: { at },
      }),
    )
}

/**
 * Extends the logs until the organization's log has all its rows. Open transactions of other tests hold the horizon
 * back.
 */
async function extendAll(ctx: Context): Promise<void> {
  await expect
    .poll(async () => {
      await extendLogs(parts)
      return (await readHead(ctx.db, ctx.organizationId))?.size ?? 0
    })
    .toBe((await rowsOf(ctx)).length)
}

async function newLog(count: number): Promise<Context> {
  const ctx = await newContext()
  await note(ctx, count)
  await extendAll(ctx)
  return ctx
}

const rowsOf = (ctx: Context) => ctx.db.selectFrom('audit_events').select('id').orderBy('position').execute()

test('every row of a trail becomes one leaf, in order, and is proved against the signed head', async () => {
  const ctx = await newLog(3)
  await note(ctx, 300)
  await extendAll(ctx)
  const rows = await rowsOf(ctx)
  const head = await readHead(ctx.db, ctx.organizationId)
  expect(head).toMatchObject({
    size: rows.length,
    origin: expect.stringMatching(/^sign\.example\.com\/evidence\/ORG-/),
  })
  const { text } = { text: head?.checkpoint.split('\n\n')[0] ?? '' }
  expect(readCheckpoint(`${text}\n`).root).toEqual(head?.root)
  for (const at of [0, 2, 255, 256, rows.length - 1]) {
    const proof = await proveEntry(ctx, rows[at]?.id ?? '')
    expect(proof.leaf).toBe(at)
    expect(isIncluded(leafHash(proof.entry), at, rows.length, proof.hashes, head?.root ?? Buffer.alloc(0))).toBe(true)
  }
})

test('processes that extend logs at once add each row once', async () => {
  const ctx = await newContext()
  await Promise.all([note(ctx, 20), extendLogs(parts), note(ctx, 20), extendLogs(parts), extendLogs(parts)])
  await extendAll(ctx)
  const leaves = await ctx.db.selectFrom('evidence_leaves').select(['leaf', 'audit_event_id']).orderBy('leaf').execute()
  expect(leaves.map(({ leaf }) => leaf)).toEqual(leaves.map((_, at) => at))
  expect(new Set(leaves.map(({ audit_event_id }) => audit_event_id)).size).toBe((await rowsOf(ctx)).length)
  expect(await inspectLog(ctx, database.system)).toEqual([])
})

test('a row that is committed late is not skipped', async () => {
  const ctx = await newLog(1)
  const [begun, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const late = transaction(ctx, async (inner) => {
    await recordAudit(inner, {
      action: 'test.late',
      chain: '0190f3a1-c2d3-7e4f-8a9b-0c1d2e3f4a5b',
      subject: { type: 'organization', id: ctx.organizationId },
    })
    await sql`select 1`.execute(inner.db)
    begun.resolve()
    await done.promise
  })
  await begun.promise
  await note(ctx, 2)
  await extendLogs(parts)
  done.resolve()
  await late
  await extendAll(ctx)
  expect(await inspectLog(ctx, database.system)).toEqual([])
})

const tamperings: [name: string, statement: (id: string) => string, code: string][] = [
  [
    'edits a row',
    (id) => `update audit_events set action = 'other' where organization_id = '${id}' and sequence = 2`,
    'leaf_changed',
  ],
  [
    'removes a row',
    (id) => `delete from audit_events where organization_id = '${id}' and sequence = 2`,
    'leaf_without_row',
  ],
  [
    'swaps two rows',
    (id) => `update evidence_leaves set leaf = 100 - leaf where organization_id = '${id}' and leaf in (1, 99)`,
    'leaf_without_row',
  ],
  [
    'takes off a leaf',
    (id) => `delete from evidence_leaves where organization_id = '${id}' and leaf = 1`,
    'rows_missed',
  ],
  [
    'edits a tile',
    (id) =>
      `update evidence_tiles set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) where organization_id = '${id}' and level = 0`,
    'head_not_of_tree',
  ],
  [
    'rolls the head back',
    (id) => `update evidence_logs set size = size - 1 where organization_id = '${id}'`,
    'head_not_of_tree',
  ],
  [
    'signs a head with a key of its own',
    (id) =>
      `update evidence_logs set checkpoint = overlay(checkpoint placing 'AAAA' from length(checkpoint) - 20) where organization_id = '${id}'`,
    'head_unsigned',
  ],
]

test.each(tamperings)('the audit finds that somebody %s', async (_name, statement, code) => {
  const ctx = await newLog(4)
  await sql.raw(statement(ctx.organizationId)).execute(database.system)
  const found = await inspectLog(ctx, database.system)
  expect(found.map(({ misfit }) => misfit.code)).toContain(code)
})

test('a rotated key signs the next head, and older heads stay valid', async () => {
  const ctx = await newLog(1)
  const before = await readHead(ctx.db, ctx.organizationId)
  await transaction({ db: database.system }, ({ db }) => rotateLogKey(db, vault, new Date()))
  expect(await inspectLog(ctx, database.system)).toEqual([])
  await note(ctx, 1)
  await extendAll(ctx)
  expect(await inspectLog(ctx, database.system)).toEqual([])
  expect((await readHead(ctx.db, ctx.organizationId))?.checkpoint.slice(-100)).not.toBe(before?.checkpoint.slice(-100))
})

test('a row that is not in the log yet, or is of another organization, has no proof', async () => {
  const ctx = await newLog(1)
  await note(ctx, 1)
  const last = (await rowsOf(ctx)).at(-1)?.id ?? ''
  await expect(proveEntry(ctx, last)).rejects.toMatchObject({ code: 'log_pending' })
  await expect(proveEntry(await newContext(), last)).rejects.toMatchObject({ code: 'audit_event_not_found' })
})

test('an entry has no personal data, and its proof stays valid after an erasure', async () => {
  const ctx = await newContext()
  const person = await ensureSubject(ctx)
  const subject = { type: 'organization', id: ctx.organizationId }
  const personal = { name: 'Robin Clear', email: 'robin@example.com' }
  await transaction(ctx, (inner) => recordAudit(inner, { action: 'test.said', subject, person, personal }))
  await extendAll(ctx)
  const [row] = await rowsOf(ctx)
  const before = await proveEntry(ctx, row?.id ?? '')
  expect(before.entry.toString()).not.toMatch(/Robin|robin/)
  await eraseSubject(ctx, person)
  await extendAll(ctx)
  expect((await proveEntry(ctx, row?.id ?? '')).entry).toEqual(before.entry)
  expect(await inspectLog(ctx, database.system)).toEqual([])
})
