import type { TSchema } from 'typebox'
import { Errors } from 'typebox/schema'
import { parseId } from '../../core/ids.ts'
import { findForbidden, findLengthFault } from '../../core/text.ts'
import { aboutFault, aboutShape, type Sentence } from '../../texts/index.ts'
import { cutToBounds } from '../bounds.ts'
import { readMoment } from '../moments.ts'
import { membersAtFault, readPointer, type ShapeError, withoutEchoes } from '../shape-errors.ts'
import { describeShape, withoutSummaries } from '../shape-sentences.ts'
import type { Attribute, Shape } from './attributes.ts'

/** One fault in the shape of a value: its place inside the value, its sentence, and its rule. */
type ValueFault = { path: string[]; says: Sentence; rule?: string }

/** A value in core's type, or all faults of its shape. */
type ReadValue = { value: unknown } | { faults: ValueFault[] }

const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/i
const deepest = 32

export function readValue(attribute: Attribute, value: unknown): ReadValue {
  const { kind, values, idKind, max = 0, shape } = attribute
  if (value === null) return attribute.nullable ? { value } : wrong(aboutShape('not_null'))
  if (shape) return readStructure(shape, value)
  if (kind === 'boolean') return typeof value === 'boolean' ? { value } : wrong(aboutShape('boolean'))
  if (kind === 'integer') return Number.isSafeInteger(value) ? { value } : wrong(aboutShape('integer'))
  const [forbidden] = typeof value === 'string' ? forbiddenIn(value) : []
  if (forbidden) return { faults: [forbidden] }
  if (kind === 'text') return readText(value, max)
  if (kind === 'enum')
    return values?.some((word) => word === value)
      ? { value }
      : wrong(aboutFault({ code: 'enum', params: { allowed: values ?? [] } }))
  if (kind === 'time') {
    const moment = typeof value === 'string' && timePattern.test(value) ? readMoment(value) : null
    return moment ? { value: moment } : wrong(aboutShape('moment'))
  }
  const id = typeof value === 'string' && idKind ? parseId(idKind, value) : null
  return id ? { value: id } : wrong(aboutShape('id'))
}

function wrong(says: Sentence): { faults: ValueFault[] } {
  return { faults: [{ path: [], says }] }
}

function readText(value: unknown, max: number): ReadValue {
  if (typeof value !== 'string') return wrong(aboutShape('text'))
  const tooLong = findLengthFault([], value, max).map((found) => ({
    path: [],
    says: aboutFault(found),
    rule: found.code,
  }))
  return tooLong.length > 0 ? { faults: tooLong } : { value }
}

function readStructure({ schema, isOf }: Shape, given: unknown): ReadValue {
  const { value, excess } = cutToBounds(given, schema)
  const forbidden = forbiddenIn(value)
  // The compiled check is a hundred times as fast as the search for errors.
  const errors = isOf(value) ? [] : withoutSummaries(withoutEchoes(Errors(schema, value)[1]))
  if (excess.length === 0 && forbidden.length === 0 && errors.length === 0) return { value }
  const told = errors.flatMap((error) => faultsOfShape(schema, error))
  return {
    faults: [...excess, ...forbidden, ...told],
  }
}

/** The path of a missing or unknown member ends in its own name. */
function faultsOfShape(schema: TSchema, error: ShapeError): ValueFault[] {
  const path = readPointer(error.instancePath)
  const says = isNoList(schema, error) ? aboutShape('texts') : describeShape(schema, error)
  return (membersAtFault(error) ?? [null]).map((name) => ({ path: name === null ? path : [...path, name], says }))
}

const isNoList = (schema: TSchema, { keyword, instancePath }: ShapeError) =>
  keyword === 'type' && instancePath === '' && 'items' in schema && Object(schema.items).type === 'string'

// Names of members are texts too. The depth is bounded, which also bounds the stack of calls.
function forbiddenIn(value: unknown, path: string[] = []): ValueFault[] {
  if (typeof value === 'string') {
    const found = findForbidden(value, true)
    return found ? [{ path, says: aboutFault({ code: 'characters', params: found }) }] : []
  }
  if (typeof value !== 'object' || value === null) return []
  if (path.length >= deepest) return [{ path, says: aboutShape('depth', { limit: deepest }) }]
  return Object.entries(value).flatMap(([name, member]) => [
    ...(Array.isArray(value) ? [] : forbiddenIn(name, path)),
    ...forbiddenIn(member, [...path, name]),
  ])
}
