import { sql } from 'kysely'
import { lockUntilCommit, transaction } from '../../db/index.ts'
import { inActingOrder, toFields } from '../agreements/index.ts'
import { recordAudit } from '../audit/index.ts'
import { type Context, nameActor } from '../context.ts'
import { inside, invalid, notFound, refuseFaults } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { presentVersionOf, requireOpen } from '../submissions/index.ts'
import { checkText } from '../text.ts'
import { type BulkSend, toBulkSend } from './bulk-send.ts'
import { type Judged, judgeFile, type RowDelivery } from './file/judge.ts'
import { addRun, stoppedNow } from './run.ts'
import { sealRow } from './sealed-rows.ts'

export type NewBulkSend = {
  agreementLinkId: Id
  delivery?: RowDelivery
  file: { name?: string; bytes: Uint8Array }
  /** Whether it is created stopped, and waits for continueBulkSend. */
  isStopped?: boolean
}

const rowsAtOnce = 1_000

/**
 * Creates a bulk send after judging the whole file. A job makes the submission of each row. A file with the same
 * content for the same link returns the earlier bulk send.
 * Throws `permission_missing`, `validation_failed`, and what findOpenLink throws.
 */
export async function createBulkSend(ctx: Context, input: NewBulkSend): Promise<BulkSend> {
  const { delivery, file, link, judged, mark } = await judgeInput(ctx, input)
  return transaction(ctx, async (inner) => {
    await lockUntilCommit(inner.db, `bulk send ${inner.organizationId} ${link.id} ${mark.toString('hex')}`)
    const known = await findByMark(inner, link.id, mark)
    if (known) return toBulkSend(known)
    const row = await inner.db
      .insertInto('bulk_sends')
      .values({
        organization_id: inner.organizationId,
        id: newId(inner.now.getTime()),
        agreement_link_id: link.id,
        delivery,
        file_name: file.name?.trim() || null,
        file_mark: mark,
        columns: JSON.stringify(judged.columns),
        total: judged.rows.length,
        ...(input.isStopped ? stoppedNow(inner) : {}),
        actor: JSON.stringify(nameActor(inner.actor)),
        created_at: inner.now,
        updated_at: inner.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await insertRows(inner, row.id, judged)
    const data = { agreementLinkId: link.id, total: row.total, delivery }
    await recordAudit(inner, { action: 'bulk_send.created', subject: { type: 'bulk_send', id: row.id }, data })
    if (!input.isStopped) await addRun(inner, row.id)
    return toBulkSend(row)
  })
}

/** The bulk send that a file would make. `known` is the earlier bulk send of the same content for the same link. */
export type BulkSendPreview = { columns: BulkSend['columns']; total: number; known: BulkSend | null }

/**
 * Judges a file as createBulkSend does, and stores nothing.
 * Throws what createBulkSend throws.
 */
export async function previewBulkSend(ctx: Context, input: NewBulkSend): Promise<BulkSendPreview> {
  const { link, judged, mark } = await judgeInput(ctx, input)
  const known = await findByMark(ctx, link.id, mark)
  return { columns: judged.columns, total: judged.rows.length, known: known ? toBulkSend(known) : null }
}

async function judgeInput(ctx: Context, { delivery = 'email', file, agreementLinkId }: NewBulkSend) {
  requirePermission(ctx, 'submissions:write')
  refuseFaults(checkText(['file', 'name'], file.name ?? '', { maxLength: 200 }))
  const link = await findOpenLink(ctx, agreementLinkId)
  const judged = await judge(ctx, link.id, delivery, file.bytes)
  return { delivery, file, link, judged, mark: markOf(ctx, judged) }
}

async function findOpenLink(ctx: Context, id: Id) {
  const link = await ctx.db
    .selectFrom('agreement_links')
    .select(['id', 'is_active', 'expires_at'])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!link) throw notFound('agreement_link')
  requireOpen(link, ctx.now)
  return link
}

async function judge(ctx: Context, linkId: Id, delivery: RowDelivery, bytes: Uint8Array): Promise<Judged> {
  const version = await presentVersionOf(ctx, linkId)
    .select(['version.signer_roles', 'version.required_verifications', 'version.fields'])
    .executeTakeFirstOrThrow()
  const checked = new Set(version.required_verifications.map(({ role }) => role))
  const judged = await judgeFile(bytes, {
    roles: inActingOrder(version.signer_roles),
    fields: toFields(version.fields),
    checked,
    delivery,
  })
  if (judged.faults.length > 0) throw invalid(inside(['file'], judged.faults), judged.untold)
  return judged
}

/** A keyed hash that is equal for files with the same content. Encoding, separators and empty rows do not count. */
function markOf(ctx: Context, { columns, rows }: Judged): Buffer {
  const said = rows.map(({ signers, metadata }) => [
    signers.map(({ role, name, email, fields, access }) => [
      ...[role, name, email, ...(fields ? [fields] : [])],
      ...(access?.emailCode ? ['email_code'] : []),
    ]),
    metadata,
  ])
  return ctx.vault.mark(`bulk send file:${ctx.organizationId}`, JSON.stringify([columns.map(({ name }) => name), said]))
}

function findByMark(ctx: Context, linkId: Id, mark: Buffer) {
  return ctx.db
    .selectFrom('bulk_sends')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('agreement_link_id', '=', linkId)
    .where('file_mark', '=', mark)
    .executeTakeFirst()
}

async function insertRows(ctx: Context, id: Id, { rows }: Judged): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const some = rows.slice(start, start + rowsAtOnce)
    const lines = some.map(({ line }) => line)
    const sealed = some.map((row) => sealRow(ctx, id, row))
    await sql`
      insert into bulk_send_rows (organization_id, bulk_send_id, line, sealed)
      select ${ctx.organizationId}, ${id}, line, sealed
      from unnest(${lines}::integer[], ${sealed}::bytea[]) as given(line, sealed)`.execute(ctx.db)
  }
}
