import type { TSchema } from 'typebox'
import { Compile } from 'typebox/schema'
import { saySentence, sayShape } from '../../texts/index.ts'
import { cutToBounds } from '../bounds.ts'
import { membersAtFault, readPointer, type ShapeError, valueAt, withoutEchoes } from '../shape-errors.ts'
import { describeShape, withoutSummaries } from '../shape-sentences.ts'
import { latestTime } from './members.ts'
import type { ShapeFault } from './shape-fault.ts'
import { findForbiddenIn } from './text-rule.ts'

type Check = ReturnType<typeof Compile>

/** Checks a request against its schemas, and returns all faults at once. Members beyond a bound are not read. */
export type Validator = (request: { query: unknown; body: unknown }) => {
  query: unknown
  body: unknown
  faults: readonly ShapeFault[]
}

// The body of a request for an endpoint without a body is ignored.
const noBody = { value: undefined, excess: [] }

type Schemas = {
  query: TSchema
  body: TSchema | undefined
  bodyOptional?: boolean
  /** The faults of a query beyond its schema. */
  findQueryFaults?: ((query: object) => ShapeFault[]) | undefined
}

/**
 * Makes the validator of an endpoint. Plain texts of a query become numbers and booleans if the schema says so. The
 * schemas are compiled at the first request, so that the start does not wait for them.
 */
export function createValidator(schemas: Schemas): Validator {
  let validate: Validator | undefined
  return (request) => {
    validate ??= compileValidator(schemas)
    return validate(request)
  }
}

function compileValidator(schemas: Schemas): Validator {
  const checkQuery = Compile(schemas.query)
  const checkBody = schemas.body ? Compile(schemas.body) : null
  const multiline = multilineMembers(schemas.body)
  const readQuery = queryReader(schemas.query)
  return ({ query, body }) => {
    const given = body === undefined && schemas.bodyOptional ? {} : body
    const { value: seen, excess } = schemas.body ? cutToBounds(given, schemas.body) : noBody
    const asked = readQuery(query)
    const ofQuery = faultsOf(checkQuery, asked, { schema: schemas.query, name: 'query' })
    // A cut list gets no second fault for being too short.
    const cut = new Set(excess.map(({ path }) => path.join('/')))
    const found = checkBody && schemas.body ? faultsOf(checkBody, seen, { schema: schemas.body, name: 'body' }) : []
    const ofBody = found.filter(({ path, rule }) => rule !== 'minItems' || !cut.has(path.join('/')))
    const faults = [
      ...ofQuery,
      ...(schemas.findQueryFaults?.(withoutMembers(asked, ofQuery)) ?? []),
      ...ofBody,
      ...excess.map(({ says, ...found }) => ({ ...found, message: saySentence(says) })),
      ...findForbiddenIn(query, []),
      ...findForbiddenIn(seen, multiline),
    ]
    return { query: asked, body: seen, faults }
  }
}

function withoutMembers(query: Record<string, unknown>, faults: readonly ShapeFault[]): Record<string, unknown> {
  const told = new Set(faults.map(({ path }) => path[0]))
  return Object.fromEntries(Object.entries(query).filter(([name]) => !told.has(name)))
}

const wholeNumber = /^-?\d{1,30}$/
const booleans = new Map([
  ['true', true],
  ['false', false],
])

// A text like `0x10` or `1e1` is not a plain number, so it stays a text and fails the schema.
function queryReader(schema: TSchema): (query: unknown) => Record<string, unknown> {
  const typed = Object.entries(membersOf(schema)).flatMap(([name, member]) => {
    const type = member !== null && typeof member === 'object' && 'type' in member ? member.type : undefined
    return type === 'integer' || type === 'boolean' || type === 'array' ? [{ name, type, member }] : []
  })
  return (query) => {
    const asked: Record<string, unknown> = { ...Object(query) }
    for (const { name, type, member } of typed) {
      if (type === 'array') gatherList(asked, name, member)
      const text = asked[name]
      if (typeof text !== 'string') continue
      if (type === 'boolean') asked[name] = booleans.get(text) ?? text
      else if (wholeNumber.test(text)) asked[name] = Number(text)
    }
    return asked
  }
}

// `name=a,b`, `name=a&name=b` and `name[]=a&name[]=b` are one list. The case of words does not matter.
function gatherList(asked: Record<string, unknown>, name: string, schema: object): void {
  const own = Object.keys(asked).filter(
    (key) => key === name || (/^\[\d{0,3}\]$/.test(key.slice(name.length)) && key.startsWith(name)),
  )
  if (own.length === 0) return
  const texts = own.flatMap((key) => asked[key]).flatMap((text) => String(text).split(','))
  for (const key of own) delete asked[key]
  const words = 'items' in schema ? Object(schema.items).enum : undefined
  const known = (text: string) => (Array.isArray(words) ? words.find((word) => word === text.toLowerCase()) : undefined)
  asked[name] = texts.map((text) => known(text) ?? text)
}

type Where = { schema: TSchema; name: 'query' | 'body' }

function faultsOf(check: Check, data: unknown, where: Where): ShapeFault[] {
  if (check.Check(data)) return []
  if (where.name === 'body' && data === undefined)
    return [{ path: [], rule: 'required', message: sayShape('body_missing') }]
  return withoutSummaries(withoutEchoes(check.Errors(data)[1])).flatMap((error) => toFaults(error, data, where))
}

function toFaults(error: ShapeError, data: unknown, where: Where): ShapeFault[] {
  const path = readPointer(error.instancePath)
  const value = valueAt(data, path)
  const fault = { rule: error.keyword, message: sentenceOf(error, value, where) }
  const names = membersAtFault(error)
  if (names) return names.map((name) => ({ path: [...path, name], ...fault }))
  return [secretPath.test(path.join('.')) ? { path, ...fault } : { path, ...fault, value }]
}

// Replies do not repeat personal and secret values, because clients log replies.
const secretPath = /^(person|custom_headers|client_certificate|oauth)\b|secret|password|ssn|licence|token/i

function sentenceOf(error: ShapeError, value: unknown, { schema, name }: Where): string {
  switch (error.keyword) {
    case 'additionalProperties': {
      const known = Object.keys(membersOf(valueAt(schema, readPointer(error.schemaPath.slice(1)))))
      return `${sayShape(name === 'query' ? 'no_parameter' : 'no_member')} ${sayShape('known', { known })}`
    }
    case 'type':
      if (name === 'query' && Array.isArray(value)) return sayShape('sent_once')
      return sayShape('type', { types: [error.params.type].flat() })
    case 'maximum':
      if (error.params.limit === latestTime) return sayShape('maximum_time', { limit: latestTime })
      return saySentence(describeShape(schema, error))
    default:
      return saySentence(describeShape(schema, error))
  }
}

function multilineMembers(schema: TSchema | undefined): string[] {
  return Object.entries(membersOf(schema)).flatMap(([name, member]) =>
    member !== null && typeof member === 'object' && 'multiline' in member ? [name] : [],
  )
}

function membersOf(schema: unknown): object {
  return Object(valueAt(schema, ['properties']))
}
