import { isIP } from 'node:net'
import { say } from '../../core/errors.ts'
import { type Id, parseAnyId, parseId } from '../../core/ids.ts'
import type { ListFilter, ListRequest } from '../../core/lists/index.ts'
import { findForbidden } from '../../core/text.ts'
import { aboutError, aboutFault, aboutShape, type Sentence } from '../../texts/index.ts'
import { namesOfNested, readMetadata } from '../metadata-query.ts'
import { readMomentRange } from '../moment-range.ts'
import { addressOf } from '../origin.ts'
import type { Attribute } from './attributes.ts'
import { parseResourceId } from './ids.ts'
import { maxPageSize } from './page-size.ts'
import type { Problem } from './problems.ts'
import { resourceOf } from './registry.ts'
import type { Resource } from './resource.ts'

/** One filter of a type. */
export type FilterRule = { field: string; nullable: boolean } & (
  | { kind: keyof Looked; about: string }
  | { kind: 'id'; parse: (text: string) => Id | null }
  | { kind: Exclude<Attribute['kind'], 'json' | 'reference'>; values?: readonly string[] }
)

/** Searches of a list besides the filters of its fields. */
export type Looked = Pick<ListRequest, 'search' | 'metadata'>

/** The most letters of a filter's value, and the most values: as many as the largest page has. */
export const maxValueLength = 500
export const maxValues = maxPageSize
export const maxSearchLength = 200
export const maxMetadataLength = 4_000

/** The kinds of filters that take several values, separated by commas or in several parameters. */
const listing: readonly FilterRule['kind'][] = ['id', 'enum', 'texts']

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
  for (const kind of ['search', 'metadata'] as const) {
    const about = resource.looksThrough?.[kind]
    if (about !== undefined) rules.set(kind, { field: kind, nullable: false, kind, about })
  }
  return rules
}

/** One filter of a request, with the values of all parameters that name it. */
type Given = { name: string; members: readonly string[]; values: readonly string[] }

/**
 * Reads `filter[name]=value`. Texts match when they contain it (Harnest reference, "Filtering"), words by name or
 * number, times by moment, day or range (`from..before`), `null` where there is no value. Ids and words may be
 * several.
 */
export function readFilter(
  resource: Resource,
  { name, members, values }: Given,
): { filter: ListFilter } | { looked: Looked } | { problem: Problem } {
  const rules = filtersOf(resource)
  const rule = rules.get(members.join('.'))
  if (!rule)
    return refuse(name, 'unknown_filter', aboutError(say('filter_unknown', { name, known: [...rules.keys()] })))
  const [value = '', ...more] = values
  if (more.length > 0 && !listing.includes(rule.kind))
    return refuse(name, 'repeated_parameter', aboutError(say('filter_once', { name: `filter[${members.join('.')}]` })))
  if (more.length === 0 && value === 'null' && rule.nullable) return { filter: { field: rule.field, absent: true } }
  const read = readValues(rule, values)
  if ('section' in read) return refuse(name, 'bad_filter', read)
  return 'field' in read ? { filter: read } : { looked: read }
}

// Returns the filter, or the fault of its values.
function readValues(rule: FilterRule, values: readonly string[]): ListFilter | Looked | Sentence {
  const { field } = rule
  const [value = ''] = values
  const forbidden = values.map((one) => findForbidden(one, true)).find((found) => found !== null)
  if (forbidden) return aboutFault({ code: 'characters', params: forbidden })
  switch (rule.kind) {
    case 'search':
      return [...value].length <= maxSearchLength
        ? { search: value }
        : aboutShape('max_length', { limit: maxSearchLength })
    case 'metadata':
      return readLookedMetadata(value)
    case 'id':
      return readEach(rule, values, rule.parse, aboutShape('ids_by_commas'))
    case 'enum':
    case 'texts':
      return readWords(rule, rule.values, values)
    case 'text':
      return isShort(value) ? { field, contains: value } : tooLong
    case 'address': {
      const address = isIP(value) === 0 ? null : addressOf(value)
      return address ? { field, contains: address } : aboutShape('ip_address')
    }
    case 'integer':
      return /^-?\d{1,9}$/.test(value) ? { field, oneOf: [Number(value)] } : aboutShape('integer')
    case 'boolean':
      return /^(true|false|1|0)$/i.test(value) ? { field, oneOf: [/^(true|1)$/i.test(value)] } : aboutShape('boolean')
    case 'time': {
      const range = readMomentRange(value)
      return 'section' in range ? range : { field, ...range }
    }
  }
}

function readLookedMetadata(text: string): Looked | Sentence {
  if (text.length > maxMetadataLength) return aboutShape('max_length', { limit: maxMetadataLength })
  const metadata = readMetadata(text)
  if (!metadata) return aboutShape('metadata_object')
  if (namesOfNested(metadata).length > 0) return aboutShape('metadata_value')
  const forbidden = Object.entries(metadata)
    .flatMap(([name, value]) => [name, String(value)])
    .map((one) => findForbidden(one, true))
    .find((found) => found !== null)
  return forbidden ? aboutFault({ code: 'characters', params: forbidden }) : { metadata }
}

const tooLong = aboutShape('max_length', { limit: maxValueLength })
const isShort = (text: string) => [...text].length <= maxValueLength

function readWords(rule: FilterRule, words: readonly string[] | undefined, values: readonly string[]) {
  if (!words) return readEach(rule, values, (text) => text, tooLong)
  const parse = (text: string) => {
    const number = /^\d{1,3}$/.test(text) ? words[Number(text) - 1] : undefined
    return number ?? words.find((word) => word.toLowerCase() === text.toLowerCase()) ?? null
  }
  return readEach(rule, values, parse, aboutShape('numbered_words', { words }))
}

// Reads all values; a parameter may have several values with commas between them.
function readEach(
  { field, nullable }: FilterRule,
  values: readonly string[],
  parse: (text: string) => string | null,
  objection: Sentence,
): ListFilter | Sentence {
  const texts = values.flatMap((value) => value.split(','))
  if (texts.length > maxValues) return aboutShape('values_at_once', { limit: maxValues })
  if (!texts.every(isShort)) return tooLong
  const oneOf: (string | null)[] = []
  for (const text of texts) {
    const isNone = text === 'null' && nullable
    const value = isNone ? null : parse(text)
    if (value === null && !isNone) return objection
    oneOf.push(value)
  }
  return { field, oneOf }
}

function refuse(parameter: string, code: string, says: Sentence): { problem: Problem } {
  return { problem: { status: 400, code, says, source: { parameter } } }
}
