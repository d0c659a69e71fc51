import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { type Fault, fault } from '../errors.ts'
import { formatId, type Id, parseId } from '../ids.ts'
import { checkText } from '../text.ts'

/**
 * The filters of a webhook, in public ids. Events must belong to one of these agreements and to one of these links, and
 * have all these metadata. An omitted member filters nothing.
 */
export type WebhookFilters = { agreementIds?: string[]; agreementLinkIds?: string[]; metadata?: Record<string, string> }

export const maxFilteredIds = 100
export const maxFilteredPairs = 20
export const maxFilteredName = 100
export const maxFilteredValue = 1_000

const kinds = { agreementIds: 'agreement', agreementLinkIds: 'agreement_link' } as const
const tables = { agreementIds: 'agreements', agreementLinkIds: 'agreement_links' } as const
const members = ['agreementIds', 'agreementLinkIds'] as const

/** The faults of filters: ids that this organization does not have, and impossible metadata. */
export async function findFilterFaults(ctx: Context, filters: WebhookFilters | null | undefined): Promise<Fault[]> {
  if (!filters) return []
  const faults: Fault[] = []
  for (const member of members) faults.push(...(await findIdFaults(ctx, member, filters[member] ?? [])))
  return [...faults, ...findPairFaults(filters.metadata ?? {})]
}

/**
 * The stored form of filters, with keys in place of public ids and without empty members. Null when nothing is left.
 */
export function storeFilters(filters: WebhookFilters | null): string | null {
  const { metadata = {} } = filters ?? {}
  const stored = {
    ...Object.fromEntries(members.map((member) => [member, keysOf(member, filters?.[member] ?? [])])),
    metadata: Object.entries(metadata),
  }
  const given = Object.entries(stored).filter(([, values]) => values.length > 0)
  if (given.length === 0) return null
  return JSON.stringify({ ...Object.fromEntries(given), ...(stored.metadata.length > 0 && { metadata }) })
}

/** The filters as clients give them, from their stored form. */
export function showFilters(stored: unknown): WebhookFilters | null {
  if (!stored) return null
  const { metadata, ...ids } = stored as WebhookFilters
  const shown = members.flatMap((member) =>
    ids[member] ? [[member, ids[member].map((id) => formatId(kinds[member], id))]] : [],
  )
  return { ...Object.fromEntries(shown), ...(metadata && { metadata }) }
}

async function findIdFaults(ctx: Context, member: (typeof members)[number], given: string[]): Promise<Fault[]> {
  const path = ['filters', member]
  if (given.length > maxFilteredIds) return [fault(path, 'max_items', { most: maxFilteredIds })]
  const keys = keysOf(member, given)
  const rows = keys.length
    ? await ctx.db
        .selectFrom(tables[member])
        .select('id')
        .where('organization_id', '=', ctx.organizationId)
        .where(sql<boolean>`id = any(${keys}::uuid[])`)
        .execute()
    : []
  const known = new Set(rows.map(({ id }) => formatId(kinds[member], id)))
  const code = member === 'agreementIds' ? 'agreement_missing' : 'agreement_link_missing'
  return given.flatMap((value, index) => (known.has(value) ? [] : [fault([...path, String(index)], code, { value })]))
}

function findPairFaults(metadata: Record<string, string>): Fault[] {
  const path = ['filters', 'metadata']
  const pairs = Object.entries(metadata)
  if (pairs.length > maxFilteredPairs) return [fault(path, 'max_items', { most: maxFilteredPairs })]
  return pairs.flatMap(([name, value]) => [
    ...checkText([...path, name], name, { maxLength: maxFilteredName, minLength: 1 }),
    ...checkText([...path, name], value, { maxLength: maxFilteredValue }),
  ])
}

function keysOf(member: (typeof members)[number], given: string[]): Id[] {
  return [...new Set(given)].flatMap((text) => (typeof text === 'string' ? (parseId(kinds[member], text) ?? []) : []))
}
