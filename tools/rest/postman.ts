import type { Endpoint } from '../../src/http/rest/endpoint.ts'
import { endpoints } from '../../src/http/rest/endpoints.ts'

type Item = { name: string; request: object; event: object[] }

/**
 * Builds a Postman collection (v2.1) of every operation, with assertions. `bodies` gives good bodies by operation
 * id; ids in paths are variables, such as `{{webhook_id}}`.
 */
export function buildCollection(bodies: Readonly<Record<string, unknown>>): object {
  const tags = [...new Set(endpoints.map((endpoint) => endpoint.tag))]
  const folders = tags.map((tag) => ({
    name: tag,
    item: endpoints
      .filter((endpoint) => endpoint.tag === tag)
      .sort((a, b) => rankOf(a) - rankOf(b))
      .map((endpoint) => describeItem(endpoint, bodies)),
  }))
  return {
    info: {
      name: 'Sealane REST API',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
      description: 'Made from what serves. Set base_url and api_key; set the ids to those of your own things.',
    },
    auth: {
      type: 'apikey',
      apikey: [
        { key: 'key', value: 'x-api-key', type: 'string' },
        { key: 'value', value: '{{api_key}}', type: 'string' },
      ],
    },
    variable: [
      { key: 'base_url', value: 'http://localhost:3000/v2' },
      { key: 'api_key', value: '' },
      ...pathVariables().map(([key, value]) => ({ key, value })),
    ],
    item: folders,
  }
}

// Without a finished document there is nothing to read.
const documentMissing = 4107

// Sorts a folder so that it runs as a whole: a file, and what is told of one, is read before another object is made, and
// operations that end an object come last.
function rankOf({ method, reply, errors }: Endpoint): number {
  const isOfFile = reply.kind === 'file' || errors?.includes(documentMissing) === true
  return Number(method === 'DELETE') - Number(isOfFile)
}

function pathVariables(): [string, string][] {
  return [
    ...new Map(
      endpoints.flatMap((endpoint) =>
        Object.entries(endpoint.params ?? {}).map(([name, value]): [string, string] => [
          variableOf(endpoint, name),
          value,
        ]),
      ),
    ),
  ]
}

/** Only an agreement of a file has one to download. */
function variableOf({ id }: Endpoint, name: string): string {
  return id === 'getAgreementFile' ? `pdf_${name}` : name
}

function describeItem(endpoint: Endpoint, bodies: Readonly<Record<string, unknown>>): Item {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `{{${variableOf(endpoint, name)}}}`)
  const body = bodies[endpoint.id]
  return {
    name: endpoint.summary,
    event: [{ listen: 'test', script: { type: 'text/javascript', exec: assertions(endpoint) } }],
    request: {
      method: endpoint.method,
      description: endpoint.description ?? '',
      header: body === undefined ? [] : [{ key: 'Content-Type', value: 'application/json' }],
      ...(endpoint.isPublic ? { auth: { type: 'noauth' } } : {}),
      url: {
        raw: `{{base_url}}${path}`,
        host: ['{{base_url}}'],
        path: path.split('/').slice(1),
        query: queryOf(endpoint),
      },
      ...(body === undefined ? {} : { body: { mode: 'raw', raw: JSON.stringify(body, null, 2) } }),
    },
  }
}

// Off until a person ticks them; their descriptions explain them.
function queryOf({ query }: Endpoint): object[] {
  const properties = query && 'properties' in query ? Object.entries(query.properties ?? {}) : []
  return properties.map(([key, schema]) => ({ key, value: '', disabled: true, description: describe(schema) }))
}

function describe(schema: unknown): string {
  return typeof schema === 'object' && schema !== null && 'description' in schema ? String(schema.description) : ''
}

const creates = /^(create|order)/

// Later requests are about the new object.
const remember = [
  `pm.test('names what it made', () => {`,
  `  const ids = Object.entries(pm.response.json()).filter(([name, id]) => name.endsWith('_id') && id)`,
  `  for (const [name, id] of ids) pm.environment.set(name, id)`,
  `  pm.expect(ids).to.not.be.empty`,
  `})`,
]

function assertions({ id, status = 200, reply }: Endpoint): string[] {
  const common = [
    `pm.test('answers ${status}', () => pm.response.to.have.status(${status}))`,
    `pm.test('carries a request id and its version', () => {`,
    `  pm.expect(pm.response.headers.get('x-request-id')).to.match(/^[\\w.:-]{8,128}$/)`,
    `  pm.expect(pm.response.headers.get('harbour-version')).to.match(/^\\d\\.\\d$/)`,
    `})`,
  ]
  if (reply.kind === 'file') {
    return [...common, `pm.test('is a file', () => pm.response.to.have.header('content-type', '${reply.mediaType}'))`]
  }
  if (reply.kind === 'page') {
    return [...common, `pm.test('is a page', () => pm.expect(pm.response.json().items).to.be.an('array'))`]
  }
  if (creates.test(id)) return [...common, ...remember]
  return [...common, `pm.test('is an object', () => pm.expect(pm.response.json()).to.be.an('object'))`]
}
