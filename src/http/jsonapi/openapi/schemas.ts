import type { Attribute, Write } from '../attributes.ts'
import type { Relationship, Resource } from '../resource.ts'
import { longestLid } from '../write.ts'

type Schema = Record<string, unknown>

/** The name of a type's schema: `agreement-links` is AgreementLink. */
export function schemaName({ type }: Resource): string {
  return capitalise(type.replace(/ies$/, 'y').replace(/s$/, ''))
}

/** The plural name of a type's schema: `agreement-links` is AgreementLinks. */
export function pluralName({ type }: Resource): string {
  return capitalise(type)
}

function capitalise(words: string): string {
  return words.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** The schemas of a type: of the resource that is read, and of its creation and its change, if they exist. */
export function schemasOf(resource: Resource): Record<string, Schema> {
  const name = schemaName(resource)
  const schemas: Record<string, Schema> = { [name]: readSchema(resource) }
  if (resource.create) schemas[`New${name}`] = writeSchema(resource, 'create')
  if (resource.update) schemas[`Changed${name}`] = writeSchema(resource, 'update')
  return schemas
}

/** The schema of one attribute in a request. A reply uses the same schema, unless the attribute has `shown`. */
export function attributeSchema({
  kind,
  about,
  values,
  schema,
  nullable,
  max,
  maxItems,
  range,
  write,
}: Attribute): Schema {
  const isGiven = write !== 'never'
  const letters = isGiven && max !== undefined ? { maxLength: max } : {}
  const elements = isGiven && maxItems !== undefined ? { maxItems } : {}
  const base: Record<Attribute['kind'], Schema> = {
    text: { type: 'string', ...letters },
    address: { type: 'string' },
    enum: { type: 'string', enum: values },
    texts: {
      type: 'array',
      items: values ? { type: 'string', enum: values } : { type: 'string', ...letters },
      ...elements,
    },
    integer: { type: 'integer', ...(isGiven && range ? { minimum: range[0], maximum: range[1] } : {}) },
    boolean: { type: 'boolean' },
    time: { type: 'string', format: 'date-time' },
    reference: { type: 'string', ...(isGiven ? { maxLength: 100 } : {}) },
    json: { ...schema },
  }
  const own = base[kind]
  if (!nullable) return { ...own, description: about }
  const values_ = values && kind === 'enum' ? { enum: [...values, null] } : {}
  return typeof own.type === 'string'
    ? { ...own, ...values_, type: [own.type, 'null'], description: about }
    : { anyOf: [own, { type: 'null' }], description: about }
}

function shownSchema({ shown, ...attribute }: Attribute): Schema {
  return attributeSchema(shown ? { ...attribute, schema: shown } : attribute)
}

function readSchema(resource: Resource): Schema {
  return {
    type: 'object',
    description: resource.about,
    required: ['type', 'id'],
    properties: {
      type: { const: resource.type },
      id: { type: 'string' },
      attributes: { type: 'object', properties: mapValues(resource.attributes, shownSchema) },
      relationships: { type: 'object', properties: mapValues(resource.relationships, relationshipSchema) },
      links: { $ref: '#/components/schemas/Links' },
    },
  }
}

function writeSchema(resource: Resource, when: 'create' | 'update'): Schema {
  const writable = (write: Write) => write === 'always' || write === when
  const attributes = Object.entries(resource.attributes).filter(([, { write }]) => writable(write))
  const relationships = Object.entries(resource.relationships).filter(([, to]) => !to.many && writable(to.write))
  const isRequired = ([, one]: [string, Attribute | Relationship]) =>
    when === 'create' && 'required' in one && one.required
  const needs = [
    ...(attributes.some(isRequired) ? ['attributes'] : []),
    ...(relationships.some(isRequired) ? ['relationships'] : []),
  ]
  return {
    type: 'object',
    required: ['type', ...(when === 'update' ? ['id'] : []), ...needs],
    properties: {
      type: { const: resource.type },
      ...(when === 'update' ? { id: { type: 'string' } } : { lid: { type: 'string', maxLength: longestLid } }),
      attributes: objectOf(attributes.filter(isRequired), Object.fromEntries(attributes), attributeSchema),
      relationships: objectOf(relationships.filter(isRequired), Object.fromEntries(relationships), linkageSchema),
    },
  }
}

function objectOf<T>(required: [string, unknown][], members: Record<string, T>, schema: (one: T) => Schema): Schema {
  const names = required.map(([name]) => name)
  return { type: 'object', ...(names.length ? { required: names } : {}), properties: mapValues(members, schema) }
}

function identifier(type: string): Schema {
  return {
    type: 'object',
    required: ['type', 'id'],
    properties: { type: { const: type }, id: { type: 'string' } },
  }
}

/** The linkage of a relationship in requests and replies. */
export function linkageSchema(to: Relationship): Schema {
  const one = identifier(to.type)
  const data = to.many ? { type: 'array', items: one } : to.nullable ? { anyOf: [one, { type: 'null' }] } : one
  return { type: 'object', required: ['data'], properties: { data }, description: to.about }
}

function relationshipSchema(to: Relationship): Schema {
  const { required: _, properties, ...rest } = linkageSchema(to)
  return { ...rest, properties: { ...Object(properties), links: { $ref: '#/components/schemas/Links' } } }
}

function mapValues<T, R>(members: Readonly<Record<string, T>>, change: (one: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(members).map(([name, one]) => [name, change(one)]))
}
