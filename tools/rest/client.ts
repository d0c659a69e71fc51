import type { Endpoint } from '../../src/http/rest/endpoint.ts'
import { endpoints } from '../../src/http/rest/endpoints.ts'
import { buildOpenApi } from '../../src/http/rest/openapi/index.ts'
import { typeName } from '../../src/http/rest/openapi/names.ts'
import { latestVersion } from '../../src/http/rest/versions/index.ts'
import { typeOf } from '../types.ts'

/**
 * Renders clients/typescript/src/operations.ts: the types of the newest version, and one typed method for each
 * operation.
 */
export function renderClient(): string {
  const { schemas } = buildOpenApi(latestVersion).components
  const types = Object.entries(schemas).map(([name, schema]) => `export type ${name} = ${typeOf(schema)}`)
  const methods = endpoints.map(renderMethod)
  return `// Made from the OpenAPI document of version ${latestVersion}; do not edit. \`npm run generate\` writes it.
import type { Page, Request, RequestOptions } from './request.ts'

/** The version of the API that these types are of; every request asks for it. */
export const apiVersion = '${latestVersion}'

${types.join('\n\n')}

/** One method for each operation of the API. */
export function createOperations(request: Request) {
  return {
${methods.join('\n')}
  }
}
`
}

function renderMethod(endpoint: Endpoint): string {
  const ids = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const about = [`${endpoint.summary}.`, endpoint.description].filter(Boolean).join(' ')
  const query = endpoint.query ? typeOf(queryOf(endpoint), '    ') : null
  const body = endpoint.body ? typeOf(endpoint.body, '    ') : null
  const parameters = [
    ...ids.map((name) => `${name}: string`),
    ...(body ? [`body: ${body}${endpoint.bodyOptional ? ' = {}' : ''}`] : []),
    ...(query ? [`query: ${query} = {}`] : []),
    'options: RequestOptions = {}',
  ]
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `\${encodeURIComponent(${name})}`)
  const parts = [body && 'body', query && 'query', endpoint.reply.kind === 'file' && `as: 'bytes'`].filter(Boolean)
  const call = `request({ ${[`method: '${endpoint.method}'`, `path: \`${path}\``, ...parts].join(', ')} }, options)`
  return `    /** ${about} */
    ${endpoint.id}: (${parameters.join(', ')}): Promise<${replyType(endpoint)}> => ${call},`
}

function replyType({ reply }: Endpoint): string {
  if (reply.kind === 'file') return 'Uint8Array'
  return reply.kind === 'one' ? typeName(reply.resource) : `Page<${typeName(reply.resource)}>`
}

// A query parameter of JSON text is an object for the client's caller.
function queryOf({ query }: Endpoint): object {
  const properties: Record<string, unknown> = query && 'properties' in query ? { ...(query.properties as object) } : {}
  const entries = Object.entries(properties).map(([name, schema]) => {
    const isJson = typeof schema === 'object' && schema !== null && 'contentMediaType' in schema
    return [name, isJson ? { type: 'object', description: 'Fields that must all be equal.' } : schema]
  })
  return { type: 'object', properties: Object.fromEntries(entries), required: [] }
}
