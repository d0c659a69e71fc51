import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import { prepareQuery, type Tables } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { invalid, notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { offsetOf, type Page, type PageRequest } from '../paging.ts'
import { requirePermission } from '../permissions.ts'
import { checkText } from '../text.ts'
import { askedPairs } from './metadata.ts'
import { type Json, selectVerifications, toVerification, type Verification } from './verification.ts'

/** What a list can be ordered by: the core name and its column. */
export const verificationOrderFields = {
  id: 'id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  lastStatusAt: 'last_status_at',
  submittedAt: 'submitted_at',
  completedAt: 'completed_at',
  cancelledAt: 'cancelled_at',
  type: 'type',
  subtype: 'subtype',
  tier: 'tier',
  isScan: 'is_scan',
  status: 'status',
  result: 'result',
  subStatus: 'sub_status',
  agreementLinkId: 'agreement_link_id',
} as const

/** What a list can be filtered by, for equality; null asks for what is not set, a list for any of its values. */
export const verificationFilterFields = {
  ...verificationOrderFields,
  submissionId: 'submission_id',
  signerId: 'signer_id',
  subjectId: 'subject_id',
  parentId: 'parent_id',
  provider: 'provider',
} as const

export type VerificationOrderField = keyof typeof verificationOrderFields
export type VerificationFilters = Partial<
  Record<keyof typeof verificationFilterFields, string | boolean | Date | null | readonly string[]>
>

/**
 * `search` is a case-insensitive "contains" over public id, agreement link public id, type, subtype, tier, status and
 * result. `metadata` members must all be equal, compared as text. `orderBy` is the newest first unless given.
 */
export type VerificationQuery = {
  page: PageRequest
  search?: string
  metadata?: Json
  orderBy?: { field: VerificationOrderField; direction: 'asc' | 'desc' }[]
  filters?: VerificationFilters
}

/** One page of the organization's verifications, scans included; the total is exact. Throws `validation_failed`. */
export async function listVerifications(ctx: Context, input: VerificationQuery): Promise<Page<Verification>> {
  requirePermission(ctx, 'verifications:read')
  const query = selectVerifications(ctx).where((where) => where.and(conditions(where, ctx.organizationId, input)))
  const [{ total }, rows] = await Promise.all([
    query.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    query.selectAll().orderBy(orderOf(input.orderBy)).limit(input.page.size).offset(offsetOf(input.page)).execute(),
  ])
  return { items: rows.map(toVerification), total, ...input.page }
}

/** One verification. Throws `verification_not_found`. */
export async function getVerification(ctx: Context, id: Id): Promise<Verification> {
  requirePermission(ctx, 'verifications:read')
  const [row] = await findOne(ctx.db, { organizationId: ctx.organizationId, id })
  if (!row) throw notFound('verification')
  return toVerification(row)
}

type Search = { organizationId: Id; id: Id }
const findOne = prepareQuery((db, values: Search) =>
  selectVerifications({ db, organizationId: values.organizationId }).selectAll().where('id', '=', values.id),
)

type Column = (typeof verificationFilterFields)[keyof typeof verificationFilterFields]
type Where = ExpressionBuilder<Tables, 'verifications'>
type Condition = ExpressionWrapper<Tables, 'verifications', SqlBool>

function conditions(where: Where, organizationId: Id, input: VerificationQuery): Condition[] {
  const metadata = askedPairs(input.metadata ?? {}).map((pair) =>
    where('id', 'in', (inner) =>
      inner
        .selectFrom('verification_metadata')
        .select('verification_id')
        .where('organization_id', '=', organizationId)
        .where('pair', '=', pair),
    ),
  )
  const filters = Object.entries(input.filters ?? {}).map(([name, value]) => {
    const column = columnOf(verificationFilterFields, name)
    if (Array.isArray(value)) return value.length > 0 ? where(column, 'in', value) : where.lit(false)
    return value === null ? where(column, 'is', null) : where(column, '=', value)
  })
  const search = input.search ? [where('search_text', 'like', containing(input.search))] : []
  return [...search, ...metadata, ...filters]
}

function containing(text: string): string {
  const faults = checkText(['search'], text, { maxLength: 200 })
  if (faults.length > 0) throw invalid(faults)
  return `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
}

function orderOf(orderBy: VerificationQuery['orderBy'] = [{ field: 'createdAt', direction: 'desc' }]) {
  const parts = orderBy.map(
    ({ field, direction }) =>
      sql`${sql.ref(columnOf(verificationOrderFields, field))} ${sql.raw(directions[direction])}`,
  )
  // The id makes the order whole, so that no row shows on two pages or on none.
  return sql.join([...parts, sql`id ${sql.raw(directions[orderBy.at(-1)?.direction ?? 'desc'])}`])
}

const directions = { asc: 'asc', desc: 'desc' } as const

function columnOf(columns: Readonly<Record<string, Column>>, name: string): Column {
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined
  if (column !== undefined) return column
  const message = `Use one of: ${Object.keys(columns).join(', ')}.`
  throw invalid([{ path: [name], rule: 'field', message, value: name }])
}
