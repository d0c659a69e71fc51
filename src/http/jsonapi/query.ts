import { say } from '../../core/errors.ts'
import type { ListFilter, ListRequest, ListSort, PageRequest, Walk } from '../../core/lists/index.ts'
import { aboutError, type Said } from '../../texts/index.ts'
import { type GivenCursors, readWalk, refuseSize } from './cursor-pages.ts'
import { type Looked, readFilter } from './filters.ts'
import { readInclude } from './include-paths.ts'
import { defaultPageSize, maxPageNumber, maxPageSize } from './page-size.ts'
import { JsonApiError, type Problem } from './problems.ts'
import { findResource } from './registry.ts'
import type { Resource } from './resource.ts'

/** Relationships to include, nested. */
export type IncludeTree = ReadonlyMap<string, IncludeTree>

/** A checked query string. Self links repeat `search`. `walk` is set for lists by cursor. */
export type Query = {
  include: IncludeTree | null
  fields: ReadonlyMap<string, ReadonlySet<string>>
  sorts: ListSort[]
  filters: ListFilter[]
  looked: Looked
  page: PageRequest
  walk: Walk | null
  search: string
}

/** The families of parameters that an endpoint takes, and whether its pages use cursors by default. */
export type Families = { fields?: boolean; include?: boolean; list?: boolean; page?: boolean; byCursor?: boolean }

const namePattern = /^[a-z0-9\u0080-\uffff](?:[a-z0-9\u0080-\uffff_ -]*[a-z0-9\u0080-\uffff])?$/i

/** One parameter with all its values. `name` is its first spelling. */
type Parameter = { name: string; family: string; members: string[]; values: string[] }
type Draft = { -readonly [K in keyof Query]: Query[K] } & {
  fields: Map<string, Set<string>>
  cursors: GivenCursors
  problems: Problem[]
}

/**
 * Reads the query of a request for resources of one type. A list of values is written with commas, by repeating the
 * parameter, or with `[]` behind its name. Throws 400 with every problem at once.
 */
export function readQuery(url: string, resource: Resource, families: Families): Query {
  const search = new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?') + 1) : '')
  const draft: Draft = {
    include: null,
    fields: new Map(),
    sorts: [],
    filters: [],
    looked: {},
    page: { number: 1, size: defaultPageSize },
    walk: null,
    search: search.toString(),
    cursors: {},
    problems: [],
  }
  for (const parameter of gatherParameters(search)) readParameter(draft, resource, families, parameter)
  const { problems, cursors, ...query } = draft
  const walk = readWalk(cursors, query.page.size, families.byCursor ?? false)
  if (walk && 'status' in walk) problems.push(walk)
  if (problems.length > 0 || (walk && 'status' in walk)) throw new JsonApiError(problems)
  return { ...query, walk }
}

/** The filters, searches and sorts of a query. */
export function conditionsOf({ filters, sorts, looked }: Query): ListRequest {
  return { filters, sorts, ...looked }
}

// Gathers the values of each parameter, in the order of the parameters.
function gatherParameters(search: URLSearchParams): Iterable<Parameter> {
  const found = new Map<string, Parameter>()
  for (const [name, value] of search) {
    const { family, members } = splitName(name)
    const key = family === '' ? name : JSON.stringify([family, members])
    const known = found.get(key)
    if (known) known.values.push(value)
    else found.set(key, { name, family, members, values: [value] })
  }
  return found.values()
}

export function problem(parameter: string, code: string, said: Said): Problem {
  return { status: 400, code, says: aboutError(said), source: { parameter } }
}

function readParameter(draft: Draft, resource: Resource, families: Families, parameter: Parameter): void {
  const { name, family, members, values } = parameter
  if (family === 'include' && members.length === 0 && families.include) {
    const read = readInclude(resource, values.join(','))
    if ('problem' in read) draft.problems.push(read.problem)
    else draft.include = read.tree
  } else if (family === 'fields' && members.length === 1 && families.fields) readFields(draft, parameter)
  else if (family === 'sort' && members.length === 0 && families.list) readSort(draft, resource, values.join(','))
  else if (family === 'page' && members.length === 1 && families.page) readPage(draft, parameter)
  else if (family === 'filter' && members.length > 0 && families.list && members.every((m) => namePattern.test(m))) {
    const read = readFilter(resource, parameter)
    if ('problem' in read) draft.problems.push(read.problem)
    else if ('filter' in read) draft.filters.push(read.filter)
    else Object.assign(draft.looked, read.looked)
  } else draft.problems.push(problem(name, 'unknown_parameter', describe(families, name)))
}

// `filter[a.b]` and `filter[a][b]` both belong to the family filter. `[]` or a number at the end counts the values of a
// list. A malformed name has an unknown family.
function splitName(name: string): { family: string; members: string[] } {
  const found = /^([a-zA-Z]+)((?:\[[^[\]]*\])*)$/.exec(name)
  if (!found) return { family: '', members: [] }
  const [, family = '', brackets = ''] = found
  const members = brackets === '' ? [] : brackets.slice(1, -1).split('][')
  const isCounted = /^\d{0,3}$/.test(members.at(-1) ?? 'none')
  return { family, members: isCounted && family !== 'page' ? members.slice(0, -1) : members }
}

function describe(families: Families, name: string): Said {
  const known = [
    families.include && 'include',
    families.fields && 'fields[type]',
    families.list && 'sort, filter[field]',
    families.page && 'page[size], page[number], page[after], page[before]',
  ].filter((taken) => typeof taken === 'string')
  return say('parameter_unknown', { name, known })
}

function readFields(draft: Draft, { name, members, values }: Parameter): void {
  const resource = findResource(members[0] ?? '')
  if (!resource) {
    draft.problems.push(problem(name, 'unknown_type', say('type_unknown', { type: members[0] ?? '' })))
    return
  }
  const known = [...Object.keys(resource.attributes), ...Object.keys(resource.relationships)]
  const wanted = values.flatMap((value) => (value === '' ? [] : value.split(',')))
  const unknown = wanted.find((field) => !known.includes(field))
  if (unknown === undefined) draft.fields.set(resource.type, new Set(wanted))
  else draft.problems.push(problem(name, 'unknown_field', say('field_unknown', { name: unknown, known })))
}

function readSort(draft: Draft, resource: Resource, value: string): void {
  const fields = sortsOf(resource)
  for (const word of value.split(',')) {
    const field = fields.get(word)
    if (field !== undefined) draft.sorts.push({ field, direction: 'asc' })
    else if (word.startsWith('-')) draft.problems.push(problem('sort', 'descending_sort', say('sort_descending')))
    else
      draft.problems.push(
        problem('sort', 'unknown_sort', say('sort_unknown', { name: word, known: [...fields.keys()] })),
      )
  }
}

/** The sorts of a type: wire name to core field. */
export function sortsOf(resource: Resource): Map<string, string> {
  const entries = Object.entries(resource.attributes).map(([name, { of }]) => [name, of ?? name] as const)
  return new Map(
    [['id', 'id'] as const, ...entries].filter(([name, field]) => name === 'id' || resource.fields[field]?.sortable),
  )
}

function readPage(draft: Draft, { name, members: [member = ''], values }: Parameter): void {
  const [value = ''] = values
  const number = /^\d{1,10}$/.test(value) ? Number(value) : 0
  const isWithin = (most: number) => {
    const isGood = number >= 1 && number <= most
    if (!isGood) draft.problems.push(problem(name, 'bad_page', say('whole_number', { limit: most })))
    return isGood
  }
  if (values.length > 1) draft.problems.push(problem(name, 'repeated_parameter', say('parameter_once', { name })))
  else if (member === 'after' || member === 'before') draft.cursors[member] = value
  else if (member === 'size' && number > maxPageSize) draft.problems.push(refuseSize())
  else if (member === 'size' && isWithin(maxPageSize)) draft.page.size = number
  else if (member === 'number' && isWithin(maxPageNumber)) {
    draft.page.number = number
    draft.cursors.number = true
  } else if (member !== 'size' && member !== 'number') {
    draft.problems.push(problem(name, 'unknown_parameter', say('page_forms')))
  }
}
