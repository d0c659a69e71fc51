import { publishOpenApi } from '../../openapi.ts'
import { limitsInWords, longestIdempotencyKey } from '../../request-limits.ts'
import { atomicExtension, formatMediaType, jsonApiType } from '../media-types.ts'
import { maxOperations } from '../operations.ts'
import { describedServer } from '../operator/described.ts'
import { previews } from '../previews/described.ts'
import { titleOf } from '../problems.ts'
import { resources } from '../registry.ts'
import { exportPaths } from './exports.ts'
import { failures, pathsOf } from './operations.ts'
import { previewPaths } from './previews.ts'
import { relationshipPathsOf } from './relationships.ts'
import { schemaName, schemasOf } from './schemas.ts'
import { streamPath, streamTag } from './stream.ts'

const link = { anyOf: [{ type: 'string', format: 'uri' }, { $ref: '#/components/schemas/Link' }] }
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const document = (data: object, more: object = {}) => ({
  type: 'object',
  required: ['jsonapi', 'data'],
  properties: {
    jsonapi: ref('JsonApi'),
    links: ref('Links'),
    data,
    included: { type: 'array', items: ref('Resource') },
    ...more,
  },
})

const shared = {
  JsonApi: { type: 'object', required: ['version'], properties: { version: { const: '1.1' } } },
  Link: { type: 'object', required: ['href'], properties: { href: { type: 'string' }, type: { type: 'string' } } },
  Links: { type: 'object', additionalProperties: link },
  Resource: {
    type: 'object',
    required: ['type', 'id'],
    properties: {
      type: { type: 'string' },
      id: { type: 'string' },
      attributes: { type: 'object' },
      relationships: { type: 'object' },
      links: ref('Links'),
    },
  },
  PageMeta: {
    type: 'object',
    required: ['total', 'pages', 'page'],
    properties: {
      total: { type: 'integer' },
      pages: { type: 'integer' },
      page: { type: 'object', properties: { number: { type: 'integer' }, size: { type: 'integer' } } },
    },
  },
  Errors: {
    type: 'object',
    required: ['jsonapi', 'errors'],
    properties: { jsonapi: ref('JsonApi'), errors: { type: 'array', minItems: 1, items: ref('Error') } },
  },
  Error: {
    type: 'object',
    required: ['id', 'status', 'code', 'title', 'detail', 'links'],
    properties: {
      id: { type: 'string', description: 'The id of the request.' },
      status: { type: 'string' },
      code: { type: 'string' },
      title: { type: 'string' },
      detail: { type: 'string' },
      links: ref('Links'),
      source: {
        type: 'object',
        properties: { pointer: { type: 'string' }, parameter: { type: 'string' }, header: { type: 'string' } },
      },
      meta: { type: 'object' },
    },
  },
}

/** The address of a server with the default settings, which the committed document names. */
const defaultPlace = { origin: 'http://127.0.0.1:3000', domain: 'sealane.localhost' }

const parameters = {
  Id: { name: 'id', in: 'path', required: true, description: 'Id of the resource.', schema: { type: 'string' } },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The ETag of a GET of this address; 412 when the resource has changed since.',
    schema: { type: 'string' },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'A UUID for each operation. A repeated request gets the first reply, with a sentence instead of each secret.',
    schema: { type: 'string', maxLength: longestIdempotencyKey },
  },
}

/**
 * Builds the OpenAPI 3.1 document of the JSON:API dialect from its registry. `origin` is the address of the server.
 * `domain` is the end of the organizations' sub-domains.
 */
export function buildOpenApi({ origin, domain } = defaultPlace): object {
  const schemas: Record<string, object> = { ...shared }
  for (const resource of [...resources, ...previews, ...describedServer]) {
    const name = schemaName(resource)
    Object.assign(schemas, schemasOf(resource))
    schemas[`${name}Document`] = document({ anyOf: [ref(name), { type: 'null' }] })
    if (!previews.includes(resource))
      schemas[`${name}List`] = document({ type: 'array', items: ref(name) }, { meta: ref('PageMeta') })
  }
  const built = {
    openapi: '3.1.0',
    info: {
      title: 'Sealane JSON:API',
      version: '1',
      description: `Every resource of Sealane by JSON:API 1.1, under the conventions of the Harnest reference. ${limitsInWords}`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [
      { url: `${origin}/v1/api`, description: 'This server: the token names the organization.' },
      tenantServer(origin, domain),
    ],
    security: [{ Bearer: [] }],
    tags: [
      ...[...resources, ...describedServer].map(({ type, about }) => ({ name: type, description: about })),
      streamTag,
    ],
    paths: {
      ...Object.assign(
        {},
        ...resources.map(pathsOf),
        ...resources.map(relationshipPathsOf),
        ...describedServer.map(pathsOf),
      ),
      '/operations': atomicOperations,
      '/stream': streamPath,
      ...previewPaths,
      ...exportPaths,
    },
    components: {
      securitySchemes: { Bearer: { type: 'http', scheme: 'bearer', description: 'An API credential of yours.' } },
      parameters,
      responses: Object.fromEntries(
        Object.entries(failures).map(([status, name]) => [
          name,
          { description: titleOf(Number(status)), content: { [jsonApiType]: { schema: ref('Errors') } } },
        ]),
      ),
      schemas,
    },
  }
  return publishOpenApi(built)
}

// The sub-domain of an organization, in the form of the Harnest reference.
function tenantServer(origin: string, domain: string): object {
  const { protocol, port } = new URL(origin)
  const host = { default: `api.${domain}${port ? `:${port}` : ''}`, description: 'Where this server has the API.' }
  const slug = { default: 'acme', description: 'The slug of your organization.' }
  const url = `${protocol}//{slug}.{host}/v1/api`
  return { url, description: 'The sub-domain of your organization.', variables: { slug, host } }
}

const atomicType = formatMediaType([atomicExtension], [])
const operation = {
  type: 'object',
  required: ['op'],
  properties: {
    op: { type: 'string', enum: ['add', 'update', 'remove'] },
    ref: { type: 'object', required: ['type'], properties: { type: { type: 'string' }, id: { type: 'string' } } },
    href: { type: 'string' },
    data: {
      description: 'The resource object, identifier or identifiers, as for the address in `ref` or `href`.',
    },
  },
}
const result = {
  type: 'object',
  description: 'The document of one operation; without `data` when the operation has no result.',
  properties: { data: { description: 'The resource as it is now.' }, meta: { type: 'object' }, links: ref('Links') },
}
const atomicOperations = {
  post: {
    operationId: 'runOperations',
    summary: `Runs up to ${maxOperations} operations as one change: all of them happen, or none.`,
    tags: ['operations'],
    requestBody: {
      required: true,
      content: {
        [atomicType]: {
          schema: {
            type: 'object',
            required: ['atomic:operations'],
            properties: {
              'atomic:operations': { type: 'array', minItems: 1, maxItems: maxOperations, items: operation },
            },
          },
        },
      },
    },
    responses: {
      200: {
        description: 'What each did.',
        content: {
          [atomicType]: {
            schema: { type: 'object', properties: { 'atomic:results': { type: 'array', items: result } } },
          },
        },
      },
      204: { description: 'All operations succeeded, and none has a result.' },
      ...Object.fromEntries(
        Object.entries(failures).map(([status, name]) => [status, { $ref: `#/components/responses/${name}` }]),
      ),
    },
  },
}
