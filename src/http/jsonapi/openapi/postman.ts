import { jsonApiType } from '../media-types.ts'
import { resources } from '../registry.ts'
import type { Resource } from '../resource.ts'

type Part = Record<string, unknown>

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'
const mediaType = [{ key: 'accept', value: jsonApiType }]

/** The dialect as a Postman collection, with assertions: each list, its first resource, and its relationships. */
export function buildPostman(): Part {
  return {
    info: {
      name: 'Sealane JSON:API',
      schema,
      description: 'Made from what serves. Set base_url (…/v1/api) and token (an API credential of yours).',
    },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
    variable: [
      { key: 'base_url', value: 'http://acme.api.sealane.localhost:3000/v1/api' },
      { key: 'token', value: '' },
    ],
    item: resources.map((resource) => ({
      name: resource.type,
      description: resource.about,
      item: [listRequest(resource), getRequest(resource), refusedSort(resource)],
    })),
  }
}

function listRequest(resource: Resource): Part {
  const keep = `pm.collectionVariables.set('${variableOf(resource)}', page.data.length ? page.data[0].id : 'none')`
  return request(resource, `List ${resource.type}`, [resource.type], 'page[size]=5', [
    ...answers(200),
    'const page = pm.response.json()',
    "pm.test('is a page with a total', () => { pm.expect(page.data).to.be.an('array'); pm.expect(page.meta.total).to.be.a('number') })",
    keep,
  ])
}

function getRequest(resource: Resource): Part {
  const name = variableOf(resource)
  return request(resource, `Get one of ${resource.type}`, [resource.type, `{{${name}}}`], '', [
    `const known = pm.collectionVariables.get('${name}') !== 'none'`,
    "pm.test('answers with the resource, or 404', () => pm.response.to.have.status(known ? 200 : 404))",
    `if (known) pm.test('is of its type', () => pm.expect(pm.response.json().data.type).to.equal('${resource.type}'))`,
  ])
}

function refusedSort(resource: Resource): Part {
  return request(resource, 'Descending sorting is refused', [resource.type], 'sort=-id', answers(400))
}

function answers(status: number): string[] {
  return [
    `pm.test('answers ${status}', () => pm.response.to.have.status(${status}))`,
    `pm.test('is a JSON:API document', () => pm.expect(pm.response.headers.get('content-type')).to.equal('${jsonApiType}'))`,
  ]
}

function request(resource: Resource, name: string, path: string[], search: string, exec: string[]): Part {
  const query = search ? [search.split('=')].map(([key, value]) => ({ key, value })) : []
  const raw = `{{base_url}}/${path.join('/')}${search ? `?${search}` : ''}`
  return {
    name,
    event: [{ listen: 'test', script: { type: 'text/javascript', exec } }],
    request: {
      method: 'GET',
      description: resource.about,
      header: mediaType,
      url: { raw, host: ['{{base_url}}'], path, query },
    },
  }
}

function variableOf({ type }: Resource): string {
  return `${type.replaceAll('-', '_')}_id`
}
