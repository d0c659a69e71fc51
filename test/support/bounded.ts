import { attributeSchema } from '../../src/http/jsonapi/openapi/schemas.ts'
import { resources } from '../../src/http/jsonapi/registry.ts'
import { endpoints } from '../../src/http/rest/endpoints.ts'

/** A place where a client can send a text, a list or a map: the names that lead to it, and its schema. */
export type Place = { path: string[]; schema: Schema }

type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  items?: Schema
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  format?: string
  maxLength?: number
  maxItems?: number
  maxProperties?: number
  'x-max-bytes'?: number
}

/** Every text, list and map of a schema, however deep. */
export function placesIn(schema: Schema, path: string[] = []): Place[] {
  const { properties = {}, items, additionalProperties: others, anyOf = [] } = schema
  const types = [schema.type ?? []].flat()
  const isOpen = types.includes('object') && typeof others === 'object'
  const own = types.includes('string') || types.includes('array') || isOpen ? [{ path, schema }] : []
  return [
    ...own,
    ...Object.entries(properties).flatMap(([name, member]) => placesIn(member, [...path, name])),
    ...(items ? placesIn(items, [...path, '0']) : []),
    // A bound in bytes covers everything inside.
    ...(typeof others === 'object' && schema['x-max-bytes'] === undefined ? placesIn(others, [...path, 'x-any']) : []),
    ...anyOf.flatMap((one) => placesIn(one, path)),
  ]
}

/** Whether the schema says how much may be sent there. */
export function isBounded({ schema }: Place): boolean {
  const types = [schema.type ?? []].flat()
  const isShort = schema.maxLength !== undefined || schema.enum !== undefined || schema.format !== undefined
  if (types.includes('string')) return isShort
  if (types.includes('array')) return schema.maxItems !== undefined
  const isAny = typeof schema.additionalProperties === 'object' && Object.keys(schema.additionalProperties).length === 0
  return schema.maxProperties !== undefined && (!isAny || schema['x-max-bytes'] !== undefined)
}

/** A value beyond the bound of the place, and large enough that a reply that repeats it is too long. */
export function oversized({ schema }: Place): unknown {
  const types = [schema.type ?? []].flat()
  const beyond = (bound: number | undefined, least: number) => Math.max(least, (bound ?? 0) + 1)
  if (types.includes('string')) return 'x'.repeat(beyond(schema.maxLength, 20_000))
  if (types.includes('array')) return Array(beyond(schema.maxItems, 10_000)).fill('x')
  const names = Array.from({ length: beyond(schema.maxProperties, 10_000) }, (_, index) => `m${index}`)
  return Object.fromEntries(names.map((name) => [name, 'x']))
}

/** A body with a value at a place. Values on the way stay as they are. */
export function withValue(body: unknown, [name, ...rest]: string[], value: unknown): unknown {
  if (name === undefined) return value
  if (Array.isArray(body) || name === '0')
    return [
      withValue(Array.isArray(body) ? body[0] : undefined, rest, value),
      ...(Array.isArray(body) ? body.slice(1) : []),
    ]
  return { ...Object(body), [name]: withValue(Reflect.get(Object(body), name), rest, value) }
}

/** The body schema of each REST endpoint, by its id. */
export const restBodies: [string, Place[]][] = endpoints.flatMap(({ id, body }) =>
  body ? [[id, placesIn(JSON.parse(JSON.stringify(body)))] satisfies [string, Place[]]] : [],
)

/** The query parameters of each REST endpoint. */
export const restQueries: [string, Place[]][] = endpoints.flatMap(({ id, query }) =>
  query ? [[id, placesIn(JSON.parse(JSON.stringify(query)))] satisfies [string, Place[]]] : [],
)

/** The attributes that each type of the JSON:API dialect accepts. */
export const jsonapiTypes: [string, Place[]][] = resources.map(({ type, attributes }) => [
  type,
  Object.entries(attributes).flatMap(([name, attribute]) =>
    attribute.write === 'never' ? [] : placesIn(JSON.parse(JSON.stringify(attributeSchema(attribute))), [name]),
  ),
])
