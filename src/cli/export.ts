import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import type { Context } from '../core/context.ts'
import type { WrittenPart } from '../core/exports/index.ts'
import { formatId } from '../core/ids.ts'
import { readAll } from '../core/lists/index.ts'
import { listVerifications, type Verification } from '../core/verifications/index.ts'
import { type Command, UsageError } from './index.ts'
import { withOrganization } from './open.ts'
import { readTime } from './values.ts'

const options = {
  organization: { type: 'string' },
  query: { type: 'string' },
  since: { type: 'string' },
  format: { type: 'string', default: 'ndjson' },
} as const

export const command: Command = {
  usage: `export verifications [--since <ISO time>] [--format ndjson|csv]   [--organization <slug>]
       export <list> [--query <filters>] [--format ndjson|csv]   [--organization <slug>]
       Verifications come the oldest first; with --since only those that were created or changed since then.
       <list> is a list of the REST API by its path, such as submissions, and <filters> are as in its address:
       --query 'status=completed&created_at=2026-03-01..'`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [list, ...more] = positionals
    if (list === undefined || more.length > 0) throw new UsageError('Say what: export verifications, or another list.')
    const { format, query } = values
    if (format !== 'ndjson' && format !== 'csv') throw new UsageError('--format takes ndjson or csv.')
    const since = readTime('--since', values.since)
    const isOwn = list === 'verifications' && query === undefined
    if (since && !isOwn) throw new UsageError('--since is for verifications, without --query.')
    await withOrganization(values.organization, (ctx) =>
      isOwn
        ? exportVerifications(ctx, { since, format }, process.stdout)
        : exportList(ctx, { list, query: query ?? '', format }, process.stdout),
    )
    return 0
  },
}

/** Writes the verifications of an organization, as fast as its reader takes them. */
export async function exportVerifications(
  ctx: Context,
  { since, format }: { since: Date | null; format: 'ndjson' | 'csv' },
  out: Writable,
): Promise<void> {
  const filters = since ? [{ field: 'updatedAt', from: since }] : []
  const request = { filters, sorts: [{ field: 'createdAt', direction: 'asc' }] } as const
  const lineOf = format === 'csv' ? csvLine : jsonLine
  if (format === 'csv') await write(out, `${columns.join()}\n`)
  for await (const verification of readAll((walk) => listVerifications(ctx, { ...request, walk })))
    await write(out, lineOf(describe(verification)))
}

type Asked = { list: string; query: string; format: 'ndjson' | 'csv' }

/** Writes a list with the objects of the REST API, as fast as its reader takes them. */
export async function exportList(ctx: Context, asked: Asked, out: Writable): Promise<void> {
  // Loaded on demand, because it imports every resource.
  const { restForm, writeExportPart } = await import('../export-lines.ts')
  for (let after: string | null = null; ; ) {
    const part: WrittenPart = await writeExportPart(ctx, { ...asked, base: '', form: restForm }, after)
    if (part.text !== '') await write(out, part.text)
    if (part.next === null) return
    after = part.next
  }
}

async function write(out: Writable, line: string): Promise<void> {
  if (!out.write(line)) await once(out, 'drain')
}

const columns = [
  'verification_id',
  'verification_type',
  'verification_subtype',
  'verification_tier',
  'is_scan',
  'is_simulated',
  'status',
  'result',
  'sub_status',
  'agreement_link_id',
  'submission_id',
  'verification_metadata',
  'submitted_at',
  'completed_at',
  'created_at',
  'updated_at',
] as const

type Line = Record<(typeof columns)[number], unknown>

function describe(one: Verification): Line {
  return {
    verification_id: formatId('verification', one.id),
    verification_type: one.type,
    verification_subtype: one.subtype,
    verification_tier: one.tier,
    is_scan: one.isScan,
    is_simulated: one.isSimulated,
    status: one.status,
    result: one.result,
    sub_status: one.subStatus,
    agreement_link_id: one.agreementLinkId && formatId('agreement_link', one.agreementLinkId),
    submission_id: one.submissionId && formatId('submission', one.submissionId),
    verification_metadata: one.metadata,
    submitted_at: one.submittedAt,
    completed_at: one.completedAt,
    created_at: one.createdAt,
    updated_at: one.updatedAt,
  }
}

function jsonLine(line: Line): string {
  return `${JSON.stringify(line)}\n`
}

// RFC 4180 except for the line end. Moments are ISO 8601, and metadata is JSON.
function csvLine(line: Line): string {
  return `${columns.map((column) => quote(textOf(line[column]))).join()}\n`
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
