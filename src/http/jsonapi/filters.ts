import { type Id, parseAnyId, parseId } from '../../core/ids.ts'
import type { ListFilter } from '../../core/lists/index.ts'
import { findForbidden } from '../../core/text.ts'
import type { Attribute } from './attributes.ts'
import { parseResourceId } from './ids.ts'
import { readMoment } from './moments.ts'
import type { Problem } from './problems.ts'
import { resourceOf } from './registry.ts'
import type { Resource } from './resource.ts'

/** What a type can be filtered by. */
export type FilterRule = { field: string; nullable: boolean } & (
  | { kind: 'id'; parse: (text: string) => Id | null }
  | { kind: Exclude<Attribute['kind'], 'json' | 'reference'>; values?: readonly string[] }
)

const maxValueLength = 500
const endOfTime = new Date(8.64e15)
const timePattern = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/

/** The filters of a type by wire name: id, attributes and to-one relationships over fields that the core can list by. */
export function filtersOf(resource: Resource): Map<string, FilterRule> {
  const rules = new Map<string, FilterRule>([
    ['id', { field: 'id', nullable: false, kind: 'id', parse: (text) => parseResourceId(resource, text) }],
  ])
  for (const [name, { kind, of = name, values, nullable, idKind }] of Object.entries(resource.attributes)) {
    if (!resource.fields[of]) continue
    if (kind === 'reference') {
      const parse = (text: string) => (idKind ? parseId(idKind, text) : parseAnyId(text))
      rules.set(name, { field: of, nullable, kind: 'id', parse })
    } else if (kind !== 'json') rules.set(name, { field: of, nullable, kind, ...(values ? { values } : {}) })
  }
  for (const [name, to] of Object.entries(resource.relationships)) {
    if (!to.many && resource.fields[to.key])
      rules.set(name, {
        field: to.key,
        nullable: to.nullable,
        kind: 'id',
        parse: (text) => parseResourceId(resourceOf(to.type), text),
      })
  }
  return rules
}

/**
 * Reads one `filter[name]=value`. Text is contained, case-insensitive (Harnest reference, "Filtering"); words by name or
 * number; times by moment, day or range (`from..before`); `null` finds what has no value.
 */
export function readFilter(
  resource: Resource,
  { name, members, value }: { name: string; members: string[]; value: string },
): { filter: ListFilter } | { problem: Problem } {
  const rules = filtersOf(resource)
  const rule = rules.get(members.join('.'))
  if (!rule) return refuse(name, 'unknown_filter', `There is no ${name}. There are: ${[...rules.keys()].join(', ')}.`)
  if (value === 'null' && rule.nullable) return { filter: { field: rule.field, absent: true } }
  const read = readValue(rule, value)
  return typeof read === 'string' ? refuse(name, 'bad_filter', read) : { filter: read }
}

// The filter, or what is wrong with the value.
function readValue(rule: FilterRule, value: string): ListFilter | string {
  const { field } = rule
  const forbidden = findForbidden(value, true)
  if (forbidden) return `Remove the ${forbidden.name} (${forbidden.code}) at position ${forbidden.position}.`
  if (value.length > maxValueLength) return `Use at most ${maxValueLength} characters.`
  switch (rule.kind) {
    case 'text':
      return { field, contains: value }
    case 'id':
      return readIds(field, rule.parse, value)
    case 'enum':
    case 'texts':
      return readWords(field, rule.values, value)
    case 'integer':
      return /^-?\d{1,9}$/.test(value) ? { field, oneOf: [Number(value)] } : 'Use a whole number.'
    case 'boolean':
      return /^(true|false|1|0)$/i.test(value) ? { field, oneOf: [/^(true|1)$/i.test(value)] } : 'Use true or false.'
    case 'time':
      return readTimes(field, value)
  }
}

function readIds(field: string, parse: (text: string) => Id | null, value: string): ListFilter | string {
  const ids = value.split(',').map(parse)
  const found = ids.filter((id) => id !== null)
  return found.length === ids.length ? { field, oneOf: found } : 'Use ids as this API gives them, separated by commas.'
}

function readWords(field: string, values: readonly string[] | undefined, value: string): ListFilter | string {
  if (!values) return { field, oneOf: value.split(',') }
  const words = value.split(',').map((text) => {
    const number = /^\d{1,3}$/.test(text) ? values[Number(text) - 1] : undefined
    return number ?? values.find((word) => word.toLowerCase() === text.toLowerCase())
  })
  const found = words.filter((word) => word !== undefined)
  if (found.length === words.length) return { field, oneOf: found }
  return `Use one of: ${values.map((word, index) => `${word} (${index + 1})`).join(', ')}.`
}

function readTimes(field: string, value: string): ListFilter | string {
  const [first = '', last, ...rest] = value.split('..')
  const from = first === '' && last !== undefined ? { from: new Date(0), before: endOfTime } : readSpan(first)
  const until = last === undefined || last === '' ? null : readSpan(last)
  if (!from || rest.length > 0 || (until === null && last) || (first === '' && last === '')) {
    return 'Use a moment (2026-03-01T12:00:00Z), a day (2026-03-01), or a range (2026-03-01..2026-04-01).'
  }
  if (last === undefined) return { field, ...from }
  return { field, from: from.from, before: until?.from ?? endOfTime }
}

function readSpan(text: string): { from: Date; before: Date } | null {
  const from = timePattern.test(text) ? readMoment(text) : null
  if (!from) return null
  const length = text.includes('T') ? 1 : 86_400_000
  return { from, before: new Date(from.getTime() + length) }
}

function refuse(parameter: string, code: string, detail: string): { problem: Problem } {
  return { problem: { status: 400, code, detail, source: { parameter } } }
}
