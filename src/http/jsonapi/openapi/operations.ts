import {
  type FilterRule,
  filtersOf,
  maxMetadataLength,
  maxSearchLength,
  maxValueLength,
  maxValues,
} from '../filters.ts'
import { includesOf } from '../include-paths.ts'
import { jsonApiType } from '../media-types.ts'
import { defaultPageSize, maxPageNumber, maxPageSize } from '../page-size.ts'
import { sortsOf } from '../query.ts'
import type { Resource } from '../resource.ts'
import { pluralName, schemaName } from './schemas.ts'

type Parts = Record<string, unknown>

/** A reference to a component of the document. */
export const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })
const content = (schema: object) => ({ [jsonApiType]: { schema } })
const query = (name: string, description: string, schema: object = { type: 'string' }) => ({
  name,
  in: 'query',
  description,
  schema,
})
const csv = (values: string[]) => ({
  style: 'form',
  explode: false,
  schema: { type: 'array', items: { type: 'string', enum: values } },
})

/** The parameters of a page. */
export const pageParameters = [
  query('page[size]', 'How many.', { type: 'integer', minimum: 1, maximum: maxPageSize, default: defaultPageSize }),
  query('page[number]', 'The number of the page, from 1.', {
    type: 'integer',
    minimum: 1,
    maximum: maxPageNumber,
    default: 1,
  }),
  query('page[after]', 'The cursor after which the page begins. An empty value begins at the first resource.'),
  query('page[before]', 'In front of this cursor.'),
]

/** The refusals of every operation. */
export const failures: Record<string, string> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  406: 'NotAcceptable',
  409: 'Conflict',
  412: 'PreconditionFailed',
  415: 'UnsupportedMediaType',
  422: 'UnprocessableEntity',
  429: 'TooManyRequests',
  503: 'ServiceUnavailable',
}

/** The paths of a type, with their parameters, bodies and responses. */
export function pathsOf(resource: Resource): Record<string, Parts> {
  const path = `/${resource.type}`
  const name = schemaName(resource)
  return { [path]: collection(resource, name), [`${path}/{id}`]: single(resource, name) }
}

function collection(resource: Resource, name: string): Parts {
  const page = { description: 'A page of them.', content: content(ref('schemas', `${name}List`)) }
  const made = {
    description: 'What was created.',
    headers: { Location: { schema: { type: 'string', format: 'uri' } } },
    content: content(ref('schemas', `${name}Document`)),
  }
  return {
    get: {
      ...named(resource, `list${pluralName(resource)}`, resource.about, resource.permissions.read),
      parameters: listParameters(resource),
      responses: answers({ 200: page }),
    },
    ...(resource.create
      ? {
          post: {
            ...named(resource, `create${name}`, `Creates one. ${resource.about}`, resource.permissions.write),
            parameters: [...commonParameters(resource), ref('parameters', 'IdempotencyKey')],
            requestBody: body(ref('schemas', `New${name}`)),
            responses: answers({ 201: made }),
          },
        }
      : {}),
  }
}

function single(resource: Resource, name: string): Parts {
  const found = { description: 'The resource.', content: content(ref('schemas', `${name}Document`)) }
  const { read, write, remove = write } = resource.permissions
  return {
    parameters: [ref('parameters', 'Id')],
    get: {
      ...named(resource, `get${name}`, resource.about, read),
      parameters: commonParameters(resource),
      responses: answers({ 200: found }),
    },
    ...(resource.update
      ? {
          patch: {
            ...named(resource, `update${name}`, 'Changes the given members. The rest stays.', write),
            parameters: [...commonParameters(resource), ref('parameters', 'IfMatch')],
            requestBody: body(ref('schemas', `Changed${name}`)),
            responses: answers({ 200: found }),
          },
        }
      : {}),
    ...(resource.remove
      ? {
          delete: {
            ...named(resource, `delete${name}`, 'Removes it.', remove),
            parameters: [ref('parameters', 'IfMatch')],
            responses: answers({ 204: { description: 'Done.' } }),
          },
        }
      : {}),
  }
}

/** The name and the description of an operation. */
export function named(resource: Resource, operationId: string, summary: string, permission: string | undefined): Parts {
  return { operationId, summary, description: `Needs the permission \`${permission}\`.`, tags: [resource.type] }
}

function body(data: object): Parts {
  return { required: true, content: content({ type: 'object', required: ['data'], properties: { data } }) }
}

/** The responses of an operation, with the refusals. */
export function answers(good: Record<number, object>): Parts {
  const bad = Object.entries(failures).map(([status, name]) => [status, ref('responses', name)])
  return { ...good, ...Object.fromEntries(bad) }
}

/** The parameters of every read: include and sparse fieldsets. */
export function commonParameters(resource: Resource): Parts[] {
  const fields = [...Object.keys(resource.attributes), ...Object.keys(resource.relationships)]
  const includes = includesOf(resource)
  return [
    ...(includes.length
      ? [
          {
            ...query('include', `Related resources: ${includes.join(', ')}; nested with dots.`),
            schema: { type: 'string' },
          },
        ]
      : []),
    { name: `fields[${resource.type}]`, in: 'query', description: 'Only these fields.', ...csv(fields) },
  ]
}

/** The parameters of a list. */
export function listParameters(resource: Resource): Parts[] {
  const filters = [...filtersOf(resource)].map(([name, rule]) => ({
    ...query(`filter[${name}]`, describeFilter(rule)),
    ...filterShape(rule),
  }))
  return [
    ...commonParameters(resource),
    ...pageParameters,
    {
      name: 'sort',
      in: 'query',
      description: 'The order of the list: one or more attributes, ascending.',
      ...csv([...sortsOf(resource).keys()]),
    },
    ...filters,
  ]
}

const oneValue = { type: 'string', maxLength: maxValueLength }
const severalValues = { style: 'form', explode: false, schema: { type: 'array', items: oneValue, maxItems: maxValues } }

const otherValues: Record<'address' | 'integer' | 'boolean' | 'time' | 'search' | 'metadata', object> = {
  search: { type: 'string', maxLength: maxSearchLength },
  metadata: { type: 'string', maxLength: maxMetadataLength, contentMediaType: 'application/json' },
  address: { type: 'string', maxLength: 45 },
  integer: { type: 'string', pattern: '^(-?[0-9]{1,9}|null)$' },
  boolean: { type: 'string', pattern: '^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[01]|null)$' },
  time: { type: 'string', maxLength: 100 },
}

function filterShape({ kind }: FilterRule): Parts {
  if (kind === 'id' || kind === 'enum' || kind === 'texts') return severalValues
  return { schema: kind === 'text' ? oneValue : otherValues[kind] }
}

function describeFilter(rule: FilterRule): string {
  if ('about' in rule) return rule.about
  const kinds: Record<Exclude<FilterRule['kind'], 'search' | 'metadata'>, string> = {
    text: 'Contains the text, in upper or lower case.',
    address: 'Is this complete IP address.',
    id: 'Is one of the ids, separated by commas.',
    enum: `Is one of: ${'values' in rule ? rule.values?.map((value, index) => `${value} (${index + 1})`).join(', ') : ''}.`,
    texts: 'Has one of the words, separated by commas.',
    integer: 'Is the number.',
    boolean: 'Is true or false.',
    time: 'Is the moment, on the day, or in the range (from..before).',
  }
  return `${kinds[rule.kind]}${rule.nullable ? ' `null` finds what has none.' : ''}`
}
