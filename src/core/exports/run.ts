import { lockUntilCommit, transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import { recordAudit } from '../audit/index.ts'
import { noteChange } from '../changes/index.ts'
import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import type { ExportFormat, ExportRow } from './export.ts'
import { actAsOwner } from './owner.ts'
import { openPlace, openQuestion, type Question, sealPart, sealPlace } from './sealed.ts'

export const runJob = 'export.run'

/** A job must end soon, because a stopping server waits for it. */
const jobMs = 3_000

/** A part of the file, with the cursor behind it. The first part begins with the head of the file. */
export type WrittenPart = { text: string; count: number; total: number; next: string | null }

/**
 * Reads the next part of a list, and writes it as a face writes it. Throws a DomainError when the list cannot be read.
 */
export type WriteExportPart = (
  ctx: Context,
  question: Question & { list: string; format: ExportFormat },
  after: string | null,
) => Promise<WrittenPart>

/** Writes parts for a few seconds, then enqueues the job again. A crash skips no row and repeats none. */
export async function runExport(contextOf: () => Context, write: WriteExportPart, id: Id): Promise<void> {
  const end = performance.now() + jobMs
  while (performance.now() < end) if (!(await runSome(contextOf(), write, id))) return
  await addExportRun(contextOf(), id)
}

/** Enqueues the job that writes the remaining parts, now or at a later time. */
export async function addExportRun({ db, organizationId }: Context, exportId: Id, runAt?: Date): Promise<void> {
  await enqueueJob(db, runJob, { organizationId, exportId }, { key: `${runJob}:${exportId}`, ...(runAt && { runAt }) })
}

/**
 * Waits for erasures and for exports of the organization that write a part, and keeps others out until the transaction
 * ends. So no part contains data that an erasure is about to delete.
 */
export async function lockExports(ctx: Context): Promise<void> {
  await lockUntilCommit(ctx.db, `exports ${ctx.organizationId}`)
}

async function runSome(ctx: Context, write: WriteExportPart, id: Id): Promise<boolean> {
  try {
    return await transaction(ctx, (inner) => writePart(inner, write, id))
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error
    await transaction(ctx, (inner) => fail(inner, id, error))
    return false
  }
}

async function writePart(ctx: Context, write: WriteExportPart, id: Id): Promise<boolean> {
  await lockExports(ctx)
  const row = await findRunning(ctx, id)
  if (!row?.question) return false
  const reader = await actAsOwner(ctx, row)
  const asked = { ...openQuestion(ctx, id, row.question), list: row.list, format: row.format }
  const part = await write(reader, asked, row.place && openPlace(ctx, id, row.place))
  const bytes = Buffer.from(part.text)
  if (bytes.length > 0)
    await ctx.db
      .insertInto('export_parts')
      .values({
        organization_id: ctx.organizationId,
        export_id: id,
        number: row.parts,
        sealed: await sealPart(ctx, id, row.parts, bytes),
      })
      .execute()
  const isDone = part.next === null
  await ctx.db
    .updateTable('exports')
    .set({
      made: row.made + part.count,
      // Rows that are added during the writing may come behind its cursor.
      total: isDone ? row.made + part.count : Math.max(part.total, row.made + part.count),
      bytes: Number(row.bytes) + bytes.length,
      parts: row.parts + (bytes.length > 0 ? 1 : 0),
      place: part.next === null ? null : sealPlace(ctx, id, part.next),
      updated_at: ctx.now,
      ...(isDone ? { state: 'done', ended_at: ctx.now } : {}),
    })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .execute()
  await noteChange(ctx, 'export', id, isDone ? 'export.done' : 'export.progressed')
  return !isDone
}

function findRunning(ctx: Context, id: Id): Promise<ExportRow | undefined> {
  return ctx.db
    .selectFrom('exports')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('kept_until', '>', ctx.now)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

async function fail(ctx: Context, id: Id, error: DomainError): Promise<void> {
  const { code, params } = error.said ?? say('export_unfit')
  const failed = await ctx.db
    .updateTable('exports')
    .set({ state: 'failed', trouble: JSON.stringify({ code, params }), ended_at: ctx.now, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returning('list')
    .executeTakeFirst()
  if (!failed) return
  await ctx.db
    .deleteFrom('export_parts')
    .where('organization_id', '=', ctx.organizationId)
    .where('export_id', '=', id)
    .execute()
  const data = { list: failed.list, reason: error.code }
  await recordAudit(ctx, { action: 'export.failed', subject: { type: 'export', id }, data })
}
