import type { TSchema } from 'typebox'
import { uploadLimit } from '../../uploads.ts'
import type { Endpoint } from '../endpoint.ts'
import { entryOf } from '../errors/catalogue.ts'
import { typeName } from './names.ts'
import { pageSchema } from './schemas.ts'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** An endpoint as an OpenAPI operation of a version. */
export function describeOperation(endpoint: Endpoint): object {
  return {
    operationId: endpoint.id,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(endpoint.description ? { description: endpoint.description } : {}),
    ...(endpoint.isPublic ? { security: [] } : {}),
    parameters: [...pathParameters(endpoint), ...queryParameters(endpoint), ...headerParameters(endpoint)],
    ...(endpoint.body ? { requestBody: requestBody(endpoint, endpoint.body) } : {}),
    responses: { ...success(endpoint), ...failures(endpoint) },
  }
}

function pathParameters(endpoint: Endpoint): object[] {
  return [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: `Id of the ${name.replace(/_id$/, '').replaceAll('_', ' ')}.`,
    schema: { type: 'string' },
    example: endpoint.params?.[name] ?? name,
  }))
}

function queryParameters({ query }: Endpoint): object[] {
  const properties: Record<string, TSchema> = query && 'properties' in query ? { ...(query.properties as object) } : {}
  return Object.entries(properties).map(([name, schema]) => {
    const { description, examples, contentMediaType, ...rest } = schema as Record<string, unknown>
    const shared = { name, in: 'query', required: false, description }
    return contentMediaType
      ? { ...shared, content: { 'application/json': { schema: ref('Metadata') } } }
      : { ...shared, ...arrayStyle(rest), schema: { ...rest, ...(examples ? { examples } : {}) } }
  })
}

// Commas separate the values of a list.
function arrayStyle({ type }: Record<string, unknown>): object {
  return type === 'array' ? { style: 'form', explode: false } : {}
}

function headerParameters(endpoint: Endpoint): object[] {
  const names = ['HarbourVersion']
  if (endpoint.method === 'POST') names.push('IdempotencyKey')
  if (endpoint.method === 'GET' && endpoint.reply.kind !== 'file') names.push('IfNoneMatch')
  if (endpoint.heedsIfMatch) names.push('IfMatch')
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }))
}

function requestBody({ bodyOptional, takesFile }: Endpoint, schema: TSchema): object {
  const multipart = takesFile ? { 'multipart/form-data': { schema: asParts(schema) } } : {}
  return { required: !bodyOptional, content: { 'application/json': { schema }, ...multipart } }
}

/** The same members as parts: a file is bytes, and a member other than a text is JSON. */
function asParts(schema: TSchema): object {
  const properties: Record<string, object> = 'properties' in schema ? Object(schema.properties) : {}
  const parts = Object.entries(properties).map(([name, part]) => [
    name,
    'properties' in part
      ? { type: 'string', contentMediaType: 'application/octet-stream', maxLength: uploadLimit }
      : part,
  ])
  return { ...schema, properties: Object.fromEntries(parts) }
}

function success({ reply, status = 200, method, says = {} }: Endpoint): Record<string, object> {
  const said = Object.entries(says).map(([name, description]) => [name, { description, schema: { type: 'string' } }])
  const headers = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' }, ...Object.fromEntries(said) }
  if (reply.kind === 'file') {
    const schema = { type: 'string', contentMediaType: reply.mediaType }
    return { [status]: { description: 'The file.', headers, content: { [reply.mediaType]: { schema } } } }
  }
  const one = ref(typeName(reply.resource))
  const schema = reply.kind === 'one' ? one : pageSchema(one, reply.beside)
  const description = reply.kind === 'one' ? 'Done.' : 'One page.'
  const notModified = method === 'GET' ? { 304: { description: 'Nothing has changed since the ETag was read.' } } : {}
  return { [status]: { description, headers, content: { 'application/json': { schema } } }, ...notModified }
}

function failures(endpoint: Endpoint): Record<string, object> {
  const named = failureSets(endpoint).map(({ status, name }) => [status, { $ref: `#/components/responses/${name}` }])
  return Object.fromEntries(named)
}

/** The errors of an endpoint by status. Endpoints with the same errors share a response. */
export function failureSets(endpoint: Endpoint): { status: number; name: string; codes: number[] }[] {
  const codes = codesOf(endpoint)
  const statuses = [...new Set(codes.map((code) => entryOf(code).status))].sort((a, b) => a - b)
  return statuses.map((status) => {
    const own = codes.filter((code) => entryOf(code).status === status)
    return { status, name: `Error${own.join('Or')}`, codes: own }
  })
}

/** The response of several errors with one status. */
export function describeFailure(codes: readonly number[]): object {
  return {
    description: codes.map((code) => `${code} ${entryOf(code).message}`).join(' '),
    content: { 'application/json': { schema: ref('Error') }, 'application/problem+json': { schema: ref('Problem') } },
  }
}

/** All codes of the catalogue that an endpoint can answer with. */
function codesOf(endpoint: Endpoint): number[] {
  const hasBody = endpoint.method === 'POST' || endpoint.method === 'PUT' || endpoint.method === 'DELETE'
  return [
    ...(endpoint.isPublic ? [3006, 3007] : [2001, 2002, 2003, 2004, 3006, 3007]),
    3001,
    3005,
    ...(hasBody ? [3002, 3003, 3004] : []),
    ...(endpoint.method === 'POST' ? [3008, 5002, 5003] : []),
    ...(endpoint.errors ?? []),
    1000,
    1001,
  ].sort((a, b) => a - b)
}
