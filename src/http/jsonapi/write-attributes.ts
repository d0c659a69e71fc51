import { isDeepStrictEqual } from 'node:util'
import type { TSchema } from 'typebox'
import { Check, Errors } from 'typebox/value'
import { parseId } from '../../core/ids.ts'
import { findForbidden } from '../../core/text.ts'
import { keepWellShaped } from '../well-shaped.ts'
import type { Attribute } from './attributes.ts'
import { readMoment } from './moments.ts'
import { type Problem, refuse } from './problems.ts'
import type { Resource } from './resource.ts'
import { attributeValue, type Item } from './serialize.ts'

/** Where values are read to, under the core's names, and the pointers to where they came from. */
export type Destination = {
  resource: Resource
  at: string
  current?: Item
  values: Map<string, unknown>
  pointers: Map<string, string>
  /** Core's names of members that cannot be read, or not whole. */
  malformed: string[]
}

const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/i

// JSON:API reserved these within attributes; some clients send them back with what they have read.
const reserved = new Set(['links', 'relationships'])

/**
 * Reads the attributes of a resource object. A value that may not be given is refused with 403, unless it is the one that
 * the resource has: clients may send back what they got. Throws 400 when they are no object.
 */
export function readAttributes(given: unknown, to: Destination): Problem[] {
  if (given === undefined) return []
  const at = `${to.at}/attributes`
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw refuse(400, 'malformed_document', 'The member attributes is an object.', { pointer: at })
  return Object.entries(given).flatMap(([name, value]) =>
    name.startsWith('@') || reserved.has(name) ? [] : readAttribute(name, value, `${at}/${escapePointer(name)}`, to),
  )
}

/** A name as part of a JSON pointer (RFC 6901). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** Whether a client may give this now. */
export function isWritable(write: Attribute['write'], isUpdate: boolean): boolean {
  return write === 'always' || write === (isUpdate ? 'update' : 'create')
}

function readAttribute(name: string, value: unknown, pointer: string, to: Destination): Problem[] {
  const attribute = Object.hasOwn(to.resource.attributes, name) ? to.resource.attributes[name] : undefined
  const source = { pointer }
  if (!attribute) {
    const known = Object.entries(to.resource.attributes)
      .filter(([, { write }]) => isWritable(write, to.current !== undefined))
      .map(([known]) => known)
    const detail = `${to.resource.type} have no attribute ${name}. You can give: ${known.join(', ') || 'none'}.`
    return [{ status: 422, code: 'unknown_attribute', detail, source }]
  }
  const member = attribute.of ?? name
  const canGive = isWritable(attribute.write, to.current !== undefined)
  if ((!canGive || attribute.shown) && isShown(attribute, to.current?.record[member], value)) return []
  if (!canGive) return [{ status: 403, code: 'read_only', detail: `${name} cannot be set here.`, source }]
  to.pointers.set(member, pointer)
  const read = readValue(attribute, value, pointer)
  if (!Array.isArray(read)) {
    to.values.set(member, read.value)
    return []
  }
  to.malformed.push(member)
  const rest = attribute.schema && restOf(attribute.schema, value)
  if (rest !== undefined) to.values.set(member, rest)
  return read
}

// What of a structure can still be judged, when that fits the schema by itself.
function restOf(schema: TSchema, value: unknown): unknown {
  const paths = Errors(schema, value).flatMap(({ instancePath, params }) => {
    const path = instancePath.split('/').slice(1).map(unescapePointer)
    const names = 'requiredProperties' in params ? params.requiredProperties : []
    const strangers = 'additionalProperties' in params ? params.additionalProperties : []
    const inside = [...names, ...strangers].map((name) => [...path, name])
    return inside.length > 0 ? inside : [path]
  })
  const rest = keepWellShaped(value, schema, paths)
  return Check(schema, rest) ? rest : undefined
}

function unescapePointer(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~')
}

// Whether a client sends back what the resource shows.
function isShown(attribute: Attribute, known: unknown, value: unknown): boolean {
  return known !== undefined && isDeepStrictEqual(attributeValue(attribute, known), value)
}

function readValue(attribute: Attribute, value: unknown, pointer: string): { value: unknown } | Problem[] {
  const wrong = (detail: string, at = pointer): Problem[] => [
    { status: 422, code: 'validation_failed', detail, source: { pointer: at }, meta: { rule: 'value' } },
  ]
  if (value === null) return attribute.nullable ? { value } : wrong('This cannot be null.')
  const forbidden = findForbiddenIn(value, pointer)
  if (forbidden) return wrong(forbidden.detail, forbidden.pointer)
  const { kind, values, schema } = attribute
  if (kind === 'text') return typeof value === 'string' ? { value } : wrong('Use a text.')
  if (attribute.idKind) {
    const id = typeof value === 'string' ? parseId(attribute.idKind, value) : null
    return id ? { value: id } : wrong('Use an id as this API gives it.')
  }
  if (kind === 'boolean') return typeof value === 'boolean' ? { value } : wrong('Use true or false.')
  if (kind === 'integer') return Number.isSafeInteger(value) ? { value } : wrong('Use a whole number.')
  if (kind === 'time') {
    const moment = typeof value === 'string' && timePattern.test(value) ? readMoment(value) : null
    return moment ? { value: moment } : wrong('Use a moment like 2026-03-01T12:00:00Z.')
  }
  if (kind === 'enum')
    return values?.some((word) => word === value) ? { value } : wrong(`Use one of: ${values?.join(', ')}.`)
  if (kind === 'texts') {
    const isList = Array.isArray(value) && value.every((entry) => typeof entry === 'string')
    return isList ? { value } : wrong('Use a list of texts.')
  }
  const faults = schema ? Errors(schema, value) : []
  if (faults.length === 0) return { value }
  return faults.slice(0, 20).flatMap((fault) => wrong(`This ${fault.message}.`, pointer + fault.instancePath))
}

function findForbiddenIn(value: unknown, pointer: string): { detail: string; pointer: string } | null {
  if (typeof value === 'string') {
    const found = findForbidden(value, true)
    return found && { detail: `Remove the ${found.name} (${found.code}) at position ${found.position}.`, pointer }
  }
  if (typeof value !== 'object' || value === null) return null
  for (const [name, member] of Object.entries(value)) {
    const found = findForbiddenIn(name, pointer) ?? findForbiddenIn(member, `${pointer}/${escapePointer(name)}`)
    if (found) return found
  }
  return null
}
