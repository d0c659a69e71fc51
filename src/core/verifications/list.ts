import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import { prepareQuery, type Tables } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { invalid, notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { readPage } from '../lists.ts'
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
  organizationId: 'organization_id',
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
  const { page, orderBy = newestFirst } = input
  const terms = termsOf(ctx.organizationId, input)
  const scope = () =>
    selectVerifications(ctx).where((where) => where.and(terms.map(({ condition }) => condition(where))))
  const shape = terms.map((term) => term.shape).join(' ')
  const values = [ctx.organizationId, ...terms.flatMap((term) => term.values)]
  const [size, offset] = [page.size, offsetOf(page)]
  const found = await readPage(ctx.db, page, {
    isNarrowed: terms.length > 0,
    rows: {
      owner: listVerifications,
      shape: `${shape} by ${orderBy.map(({ field, direction }) => `${field} ${direction}`).join()}`,
      values: [...values, size, offset],
      build: () => scope().selectAll().orderBy(orderOf(orderBy)).limit(size).offset(offset),
    },
    count: {
      owner: listVerifications,
      shape: `count ${shape}`,
      values,
      build: () => scope().select((select) => select.fn.countAll<number>().as('total')),
    },
  })
  return { ...found, items: found.items.map(toVerification) }
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

/** One condition of a list: what it looks like without its values, and the values that it binds, in their order. */
type Term = {
  shape: string
  values: readonly unknown[]
  condition(where: Where): ExpressionWrapper<Tables, 'verifications', SqlBool>
}

function termsOf(organizationId: Id, input: VerificationQuery): Term[] {
  const search = input.search ? [searchTerm(containing(input.search))] : []
  const metadata = askedPairs(input.metadata ?? {}).map((pair) => metadataTerm(organizationId, pair))
  const filters = Object.entries(input.filters ?? {}).map(([name, value]) =>
    filterTerm(columnOf(verificationFilterFields, name), value),
  )
  return [...search, ...metadata, ...filters]
}

function searchTerm(pattern: string): Term {
  return { shape: 'search', values: [pattern], condition: (where) => where('search_text', 'like', pattern) }
}

function metadataTerm(organizationId: Id, pair: string): Term {
  return {
    shape: 'metadata',
    values: [organizationId, pair],
    condition: (where) =>
      where('id', 'in', (inner) =>
        inner
          .selectFrom('verification_metadata')
          .select('verification_id')
          .where('organization_id', '=', organizationId)
          .where('pair', '=', pair),
      ),
  }
}

function filterTerm(column: Column, value: VerificationFilters[keyof VerificationFilters]): Term {
  if (value === null || value === undefined)
    return { shape: `${column} null`, values: [], condition: (where) => where(column, 'is', null) }
  if (!Array.isArray(value)) return { shape: column, values: [value], condition: (where) => where(column, '=', value) }
  const condition: Term['condition'] = (where) => (value.length > 0 ? where(column, 'in', value) : where.lit(false))
  return { shape: `${column} ${value.length}`, values: value, condition }
}

function containing(text: string): string {
  const faults = checkText(['search'], text, { maxLength: 200 })
  if (faults.length > 0) throw invalid(faults)
  return `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
}

function orderOf(orderBy: NonNullable<VerificationQuery['orderBy']>) {
  const parts = orderBy.map(
    ({ field, direction }) =>
      sql`${sql.ref(columnOf(verificationOrderFields, field))} ${sql.raw(directions[direction])}`,
  )
  // The id makes the order whole, so that no row shows on two pages or on none.
  return sql.join([...parts, sql`id ${sql.raw(directions[orderBy.at(-1)?.direction ?? 'desc'])}`])
}

const newestFirst: NonNullable<VerificationQuery['orderBy']> = [{ field: 'createdAt', direction: 'desc' }]
const directions = { asc: 'asc', desc: 'desc' } as const

function columnOf(columns: Readonly<Record<string, Column>>, name: string): Column {
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined
  if (column !== undefined) return column
  const message = `Use one of: ${Object.keys(columns).join(', ')}.`
  throw invalid([{ path: [name], rule: 'field', message, value: name }])
}
