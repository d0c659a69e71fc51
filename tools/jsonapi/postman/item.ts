import { atomicExtension, formatMediaType, jsonApiType } from '../../../src/http/jsonapi/media-types.ts'
import type { Resource } from '../../../src/http/jsonapi/resource.ts'

/** A request of the collection, or a folder of them. */
export type Item = Record<string, unknown>

/** A request of the collection, and the checks of its answer. `path` may hold variables of the collection. */
type Ask = {
  name: string
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  search?: Readonly<Record<string, string>>
  body?: object
  status: number
  /** More lines of the test script; `document` is the parsed answer. */
  checks?: readonly string[]
  isAtomic?: boolean
  isAnonymous?: boolean
}

/** The variable with the id of a resource of a type. */
export function variableOf({ type }: Pick<Resource, 'type'>): string {
  return `${type.replaceAll('-', '_')}_id`
}

/** One request with its assertions. Status, media type and request id of every answer are checked. */
export function item({ name, method, path, search = {}, body, status, checks = [], isAtomic, isAnonymous }: Ask): Item {
  const query = Object.entries(search).map(([key, value]) => ({ key, value }))
  const raw = `{{base_url}}/${path}${query.length ? `?${query.map(({ key, value }) => `${key}=${value}`).join('&')}` : ''}`
  const type = isAtomic ? formatMediaType([atomicExtension], []) : jsonApiType
  return {
    name,
    event: [{ listen: 'test', script: { type: 'text/javascript', exec: [...assertions(status, type), ...checks] } }],
    request: {
      method,
      ...(isAnonymous ? { auth: { type: 'noauth' } } : {}),
      header: [{ key: 'accept', value: type }, ...(body ? [{ key: 'content-type', value: type }] : [])],
      url: { raw, host: ['{{base_url}}'], path: path.split('/'), query },
      ...(body ? { body: { mode: 'raw', raw: JSON.stringify(body, null, 2) } } : {}),
    },
  }
}

/** A folder of requests that are sent in this order. */
export function folder(name: string, description: string, items: readonly Item[]): Item {
  return { name, description, item: items }
}

/** A check as a line of script: its name, and the expectation. */
export function check(what: string, expectation: string): string {
  return `pm.test(${JSON.stringify(what)}, () => { ${expectation} })`
}

function assertions(status: number, type: string): string[] {
  const common = [
    check(`answers ${status}`, `pm.response.to.have.status(${status})`),
    check('carries a request id', "pm.expect(pm.response.headers.get('x-request-id')).to.match(/^[\\w.:-]{8,128}$/)"),
  ]
  if (status === 204) return [...common, check('has no body', "pm.expect(pm.response.text()).to.equal('')")]
  const isOurs = `pm.expect(pm.response.headers.get('content-type')).to.equal(${JSON.stringify(status < 400 ? type : jsonApiType)})`
  const document = 'const document = pm.response.json()'
  if (status < 400) return [...common, check('is a JSON:API document', isOurs), document]
  return [
    ...common,
    check(
      'is a JSON:API document',
      "pm.expect(pm.response.headers.get('content-type')).to.match(/^application\\/vnd\\.api\\+json/)",
    ),
    document,
    check('each error says its status and what to do', errorsAreWhole),
  ]
}

const errorsAreWhole =
  "for (const error of document.errors) { pm.expect(error).to.include.keys('id', 'status', 'code', 'title', 'detail', 'links') }"
