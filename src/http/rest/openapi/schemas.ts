import { Type } from 'typebox'
import { anyObject, object, text } from '../members.ts'
import { type ResourceName, resourceNames, resources } from '../resources.ts'
import { type ObjectSchema, schemaIn, type Version } from '../versions/index.ts'
import { typeName } from './names.ts'

const fault = object(
  {
    path: text('The place of the fault, with dots between names; empty for the whole body.', 'event_types.0'),
    rule: text('Which rule is broken.', 'enum'),
    message: text('What to send instead.'),
    value: Type.Optional(Type.Unknown({ description: 'The value of the request; left out when it may be secret.' })),
  },
  'One broken rule.',
)

const errorMembers = {
  error: Type.Integer({ description: 'Code of the catalogue.', examples: [2002] }),
  request_id: text('Id of the request. Quote it when you ask for help.'),
  errors: Type.Optional(Type.Array(fault, { description: 'Every fault of a request that failed validation.' })),
}

/** The body of every error. */
const errorSchema = object(
  {
    detail: text('What is wrong with this request.'),
    message: text('The kind of the error, as a sentence that never changes.', 'Unauthorized access.'),
    more_info: Type.String({ format: 'uri', description: 'A page with the cause of the error and its remedy.' }),
    ...errorMembers,
  },
  'An error.',
)

/** The body of every error when Accept asks for application/problem+json (RFC 9457). */
const problemSchema = object(
  {
    type: Type.String({ format: 'uri', description: 'A page with the cause of the error and its remedy.' }),
    title: text('The kind of the error.'),
    status: Type.Integer({ description: 'HTTP status.' }),
    detail: text('What is wrong with this request.'),
    instance: text('Path of the request.'),
    ...errorMembers,
  },
  'An error as a problem document.',
)

/** A page of a resource. Some pages have members beside their items. */
export function pageSchema(item: object, beside: Record<string, object> = {}): ObjectSchema {
  const count = (description: string) => ({ type: 'integer', minimum: 0, description })
  const properties = {
    ...beside,
    items: { type: 'array', items: item, description: 'An array of retrieved items.' },
    total: count('Amount of items available.'),
    page: count('Current page number.'),
    size: count('Amount of records per page (page size).'),
    pages: count('Amount of pages available.'),
  }
  const next_cursor = {
    type: ['string', 'null'],
    description:
      'The cursor of the next request; null at the end. Only replies to `cursor` have it. `page` then counts the replies, and `total` is the total of the first reply.',
  }
  const required = Object.keys(properties)
  return { type: 'object', properties: { ...properties, next_cursor }, required, additionalProperties: false }
}

/** The resources of a version in its shapes, by type name. */
export function schemasIn(version: Version, used: ReadonlySet<ResourceName>): Record<string, object> {
  const own = resourceNames()
    .filter((name) => used.has(name))
    .map((name) => [typeName(name), schemaIn(version, name, resources[name])])
  return { ...Object.fromEntries(own), Error: errorSchema, Problem: problemSchema, Metadata: metadata }
}

const metadata = anyObject('Fields that must all be equal (AND), compared as text.')
