import { type TProperties, type TSchema, Type } from 'typebox'
import { type IdKind, parseId } from '../../core/ids.ts'
import type { ListFilter } from '../../core/lists/index.ts'
import { saySentence, sayShape } from '../../texts/index.ts'
import { momentRangeForms, readMomentRange } from '../moment-range.ts'
import type { ShapeFault } from './shape-fault.ts'

/** The most values of a filter: as many as the largest page has. */
const maxValues = 100

/** A filter of a list: its form in a request, and the field of core that it narrows. */
export type ListFilterRule = { field: string; about: string } & (
  | { kind: 'words'; words: readonly string[]; nullable?: boolean }
  | { kind: 'ids'; of: IdKind; nullable?: boolean }
  | { kind: 'moments' }
  | { kind: 'boolean' }
)

type Rules = Readonly<Record<string, ListFilterRule>>

/** The filters over the moments of creation and change. */
export const changedFilters = {
  created_at: { kind: 'moments', field: 'createdAt', about: 'When it was created.' },
  updated_at: { kind: 'moments', field: 'updatedAt', about: 'When it was last changed.' },
} as const satisfies Rules

/** The members of a query for these filters. */
export function filterQuery(rules: Rules): TProperties {
  return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, Type.Optional(schemaOf(rule))]))
}

/** The filters of a query in core's words. findFilterFaults must have checked the query. */
export function readFilters(rules: Rules, query: object): ListFilter[] {
  return given(rules, query).map(({ rule, value }) => readFilter(rule, value))
}

/** The faults of a query's filters: invalid moments or ids, or too many values. */
export function findFilterFaults(rules: Rules, query: object): ShapeFault[] {
  return given(rules, query).flatMap(({ name, rule, value }) => {
    const message = objectionTo(rule, value)
    return message === null ? [] : [{ path: [name], rule: 'filter', message, value }]
  })
}

function given(rules: Rules, query: object) {
  return Object.entries(rules).flatMap(([name, rule]) => {
    const value: unknown = Reflect.get(query, name)
    return value === undefined ? [] : [{ name, rule, value }]
  })
}

function schemaOf(rule: ListFilterRule): TSchema {
  const several = 'Separate several values by commas, or send the parameter several times.'
  switch (rule.kind) {
    case 'words': {
      const words = [...rule.words, ...(rule.nullable ? ['null'] : [])]
      const items = Type.Unsafe<string>({ type: 'string', enum: words })
      return Type.Array(items, { maxItems: maxValues, description: `${rule.about} ${several}` })
    }
    case 'ids':
      return Type.Array(Type.String({ maxLength: 100 }), {
        maxItems: maxValues,
        description: `${rule.about} ${several}`,
      })
    case 'moments':
      return Type.String({
        maxLength: 100,
        description: `${rule.about} A moment, a day, or a range \`from..before\` that may be open at one end; RFC 3339 or unix milliseconds.`,
        examples: ['2026-03-01..2026-04-01'],
      })
    case 'boolean':
      return Type.Boolean({ description: rule.about })
  }
}

function objectionTo(rule: ListFilterRule, value: unknown): string | null {
  if (rule.kind === 'moments')
    return typeof value === 'string' ? objectionToMoments(value) : saySentence(momentRangeForms)
  if (rule.kind !== 'ids') return null
  const isKnown = (text: unknown) => (text === 'null' && rule.nullable) || parseId(rule.of, String(text)) !== null
  return Array.isArray(value) && value.every(isKnown) ? null : sayShape('ids')
}

function objectionToMoments(text: string): string | null {
  if (text.split('..').some((end) => /^(\d{1,11}|\d{15,})$/.test(end))) return sayShape('moments_milliseconds')
  const range = readMomentRange(inWords(text))
  return 'section' in range ? saySentence(range) : null
}

function readFilter(rule: ListFilterRule, value: unknown): ListFilter {
  const { field } = rule
  if (rule.kind === 'boolean') return { field, oneOf: [value === true] }
  if (rule.kind === 'moments') {
    const range = readMomentRange(inWords(String(value)))
    return 'section' in range ? { field } : { field, ...range }
  }
  const texts: unknown[] = Array.isArray(value) ? value : []
  const read = (text: string) => (rule.kind === 'ids' ? parseId(rule.of, text) : text)
  return { field, oneOf: texts.map((text) => (text === 'null' ? null : read(String(text)))) }
}

// Writes Unix milliseconds as RFC 3339.
function inWords(text: string): string {
  return text.replaceAll(/(?<=^|\.\.)\d{12,14}(?=$|\.\.)/g, (digits) => new Date(Number(digits)).toISOString())
}
