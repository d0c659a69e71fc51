import type { ListFilter, ListSort, PageRequest } from '../../core/lists/index.ts'
import { readFilter } from './filters.ts'
import { readInclude } from './include-paths.ts'
import { JsonApiError, type Problem } from './problems.ts'
import { findResource } from './registry.ts'
import type { Resource } from './resource.ts'

/** Relationships to include, nested. */
export type IncludeTree = ReadonlyMap<string, IncludeTree>

/** A query string, read and checked. `search` is what a self link repeats. */
export type Query = {
  include: IncludeTree | null
  fields: ReadonlyMap<string, ReadonlySet<string>>
  sorts: ListSort[]
  filters: ListFilter[]
  page: PageRequest
  search: string
}

/** Which families of parameters an endpoint takes. */
export type Families = { fields?: boolean; include?: boolean; list?: boolean; page?: boolean }

export const defaultPageSize = 15
export const maxPageSize = 100
const maxPageNumber = 1_000_000_000
const namePattern = /^[a-z0-9\u0080-\uffff](?:[a-z0-9\u0080-\uffff_ -]*[a-z0-9\u0080-\uffff])?$/i

type Parameter = { name: string; family: string; members: string[]; value: string }
type Draft = { -readonly [K in keyof Query]: Query[K] } & { fields: Map<string, Set<string>>; problems: Problem[] }

/**
 * Reads the query string of a request for resources of one type. Throws 400 with every problem at once: parameters that
 * the endpoint does not take, unknown fields, bad values, and any parameter that is sent twice.
 */
export function readQuery(url: string, resource: Resource, families: Families): Query {
  const search = new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?') + 1) : '')
  const draft: Draft = {
    include: null,
    fields: new Map(),
    sorts: [],
    filters: [],
    page: { number: 1, size: defaultPageSize },
    search: search.toString(),
    problems: [],
  }
  const seen = new Set<string>()
  for (const [name, value] of search) {
    if (seen.has(name)) draft.problems.push(problem(name, 'repeated_parameter', `Send ${name} once.`))
    else readParameter(draft, resource, families, { ...splitName(name), name, value })
    seen.add(name)
  }
  const { problems, ...query } = draft
  if (problems.length > 0) throw new JsonApiError(problems)
  return query
}

/** A problem with a query parameter. */
export function problem(parameter: string, code: string, detail: string): Problem {
  return { status: 400, code, detail, source: { parameter } }
}

function readParameter(draft: Draft, resource: Resource, families: Families, parameter: Parameter): void {
  const { name, family, members, value } = parameter
  if (family === 'include' && members.length === 0 && families.include) {
    const read = readInclude(resource, value)
    if ('problem' in read) draft.problems.push(read.problem)
    else draft.include = read.tree
  } else if (family === 'fields' && members.length === 1 && families.fields) readFields(draft, parameter)
  else if (family === 'sort' && members.length === 0 && families.list) readSort(draft, resource, value)
  else if (family === 'page' && members.length === 1 && families.page) readPage(draft, parameter)
  else if (family === 'filter' && members.length > 0 && families.list && members.every((m) => namePattern.test(m))) {
    const read = readFilter(resource, parameter)
    if ('problem' in read) draft.problems.push(read.problem)
    else draft.filters.push(read.filter)
  } else draft.problems.push(problem(name, 'unknown_parameter', describe(families, name)))
}

// `filter[a.b]` and `filter[a][b]` are both of the family filter; anything malformed has an unknown family.
function splitName(name: string): { family: string; members: string[] } {
  const found = /^([a-zA-Z]+)((?:\[[^[\]]*\])*)$/.exec(name)
  if (!found) return { family: '', members: [] }
  return { family: found[1] ?? '', members: (found[2] ?? '').slice(1, -1).split('][').filter(Boolean) }
}

function describe(families: Families, name: string): string {
  const taken = [
    families.include && 'include',
    families.fields && 'fields[type]',
    families.list && 'sort, filter[field]',
    families.page && 'page[size], page[number]',
  ].filter(Boolean)
  return `There is no parameter ${name} here. There ${taken.length ? `are: ${taken.join(', ')}` : 'are none'}.`
}

function readFields(draft: Draft, { name, members, value }: Parameter): void {
  const resource = findResource(members[0] ?? '')
  if (!resource) {
    draft.problems.push(problem(name, 'unknown_type', `There is no type ${members[0]}.`))
    return
  }
  const known = [...Object.keys(resource.attributes), ...Object.keys(resource.relationships)]
  const wanted = value === '' ? [] : value.split(',')
  const unknown = wanted.find((field) => !known.includes(field))
  if (unknown === undefined) draft.fields.set(resource.type, new Set(wanted))
  else
    draft.problems.push(problem(name, 'unknown_field', `There is no field ${unknown}. There are: ${known.join(', ')}.`))
}

function readSort(draft: Draft, resource: Resource, value: string): void {
  const fields = sortsOf(resource)
  for (const word of value.split(',')) {
    const field = fields.get(word)
    if (field !== undefined) draft.sorts.push({ field, direction: 'asc' })
    else if (word.startsWith('-'))
      draft.problems.push(
        problem('sort', 'descending_sort', 'Descending sorting is not supported. Leave out the minus.'),
      )
    else {
      const allowed = [...fields.keys()].join(', ')
      draft.problems.push(problem('sort', 'unknown_sort', `Sorting by "${word}" is not possible. Use: ${allowed}.`))
    }
  }
}

/** What a type can be sorted by: wire name to core field. */
export function sortsOf(resource: Resource): Map<string, string> {
  const entries = Object.entries(resource.attributes).map(([name, { of }]) => [name, of ?? name] as const)
  return new Map(
    [['id', 'id'] as const, ...entries].filter(([name, field]) => name === 'id' || resource.fields[field]?.sortable),
  )
}

function readPage(draft: Draft, { name, members, value }: Parameter): void {
  const number = /^\d{1,10}$/.test(value) ? Number(value) : 0
  if (members[0] === 'size' && number >= 1 && number <= maxPageSize) draft.page.size = number
  else if (members[0] === 'number' && number >= 1 && number <= maxPageNumber) draft.page.number = number
  else if (members[0] === 'size' || members[0] === 'number') {
    const most = members[0] === 'size' ? maxPageSize : maxPageNumber
    draft.problems.push(problem(name, 'bad_page', `Use a whole number from 1 to ${most}.`))
  } else draft.problems.push(problem(name, 'unknown_parameter', 'Pages are asked for by page[size] and page[number].'))
}
