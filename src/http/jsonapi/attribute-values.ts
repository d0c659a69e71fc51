import type { TSchema } from 'typebox'
import { Errors } from 'typebox/value'
import { parseId } from '../../core/ids.ts'
import { findForbidden, findLengthFault } from '../../core/text.ts'
import { sayFault, sayShape } from '../../texts/index.ts'
import { cutToBounds } from '../bounds.ts'
import { readMoment } from '../moments.ts'
import { readPointer, type ShapeError, withoutEchoes } from '../shape-errors.ts'
import type { Attribute, Shape } from './attributes.ts'

/** One fault in the shape of a value: where inside it, what to do, and by which rule. */
export type ValueFault = { path: string[]; detail: string; rule?: string }

/** A value in core's type, or all faults of its shape. */
export type ReadValue = { value: unknown } | { faults: ValueFault[] }

const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/i
const deepest = 32

/** Reads the value of an attribute. */
export function readValue(attribute: Attribute, value: unknown): ReadValue {
  const { kind, values, idKind, max = 0, shape } = attribute
  if (value === null) return attribute.nullable ? { value } : wrong(sayShape('not_null'))
  if (shape) return readStructure(shape, value)
  if (kind === 'boolean') return typeof value === 'boolean' ? { value } : wrong(sayShape('boolean'))
  if (kind === 'integer') return Number.isSafeInteger(value) ? { value } : wrong(sayShape('integer'))
  const [forbidden] = typeof value === 'string' ? forbiddenIn(value) : []
  if (forbidden) return { faults: [forbidden] }
  if (kind === 'text') return readText(value, max)
  if (kind === 'enum')
    return values?.some((word) => word === value)
      ? { value }
      : wrong(sayFault({ code: 'enum', params: { allowed: values ?? [] } }))
  if (kind === 'time') {
    const moment = typeof value === 'string' && timePattern.test(value) ? readMoment(value) : null
    return moment ? { value: moment } : wrong(sayShape('moment'))
  }
  const id = typeof value === 'string' && idKind ? parseId(idKind, value) : null
  return id ? { value: id } : wrong(sayShape('id'))
}

function wrong(detail: string): { faults: ValueFault[] } {
  return { faults: [{ path: [], detail }] }
}

function readText(value: unknown, max: number): ReadValue {
  if (typeof value !== 'string') return wrong(sayShape('text'))
  const tooLong = findLengthFault([], value, max).map((found) => ({
    path: [],
    detail: sayFault(found),
    rule: found.code,
  }))
  return tooLong.length > 0 ? { faults: tooLong } : { value }
}

function readStructure({ schema, isOf }: Shape, given: unknown): ReadValue {
  const { value, excess } = cutToBounds(given, schema)
  const forbidden = forbiddenIn(value)
  // The compiled check is a hundred times as quick as the search for errors.
  const errors = isOf(value) ? [] : withoutEchoes(Errors(schema, value))
  if (excess.length === 0 && forbidden.length === 0 && errors.length === 0) return { value }
  const told = errors.flatMap((error) => sayShapeError(schema, error))
  return {
    faults: [...excess.map(({ path, message, rule }) => ({ path, detail: message, rule })), ...forbidden, ...told],
  }
}

/** A missing or unknown member is told under its own name. */
function sayShapeError(schema: TSchema, { instancePath, message, params }: ShapeError): ValueFault[] {
  const path = readPointer(instancePath)
  if ('requiredProperties' in params)
    return params.requiredProperties.map((name) => ({ path: [...path, name], detail: sayShape('required') }))
  if ('additionalProperties' in params)
    return params.additionalProperties.map((name) => ({ path: [...path, name], detail: sayShape('no_member') }))
  return [{ path, detail: sentenceOf(schema, path, message) }]
}

function sentenceOf(schema: TSchema, path: readonly string[], message: string): string {
  if (!('items' in schema && Object(schema.items).type === 'string') || /than/.test(message))
    return sayShape('other', { message })
  return sayShape(path.length === 0 ? 'texts' : 'text')
}

// Names of members are texts too. The depth is bounded, so that the stack of calls is.
function forbiddenIn(value: unknown, path: string[] = []): ValueFault[] {
  if (typeof value === 'string') {
    const found = findForbidden(value, true)
    return found ? [{ path, detail: sayFault({ code: 'characters', params: found }) }] : []
  }
  if (typeof value !== 'object' || value === null) return []
  if (path.length >= deepest) return [{ path, detail: sayShape('depth', { limit: deepest }) }]
  return Object.entries(value).flatMap(([name, member]) => [
    ...(Array.isArray(value) ? [] : forbiddenIn(name, path)),
    ...forbiddenIn(member, [...path, name]),
  ])
}
