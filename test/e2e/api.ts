import assert from 'node:assert/strict'
import type { Credentials } from '../../src/demo/organization.ts'

/** Asks the REST dialect with the demo's key. Fails unless the answer has the status that is expected. */
export async function askRest<T>(
  credentials: Credentials,
  method: string,
  path: string,
  over: { body?: object; status?: number } = {},
): Promise<T> {
  const response = await fetch(`${credentials.base_url}/v2${path}`, {
    method,
    headers: { 'x-api-key': credentials.api_key, ...(over.body ? { 'content-type': 'application/json' } : {}) },
    ...(over.body ? { body: JSON.stringify(over.body) } : {}),
  })
  const text = await response.text()
  assert.equal(response.status, over.status ?? 200, `${method} ${path} answered ${response.status}: ${text}`)
  return JSON.parse(text)
}

/** Asks the JSON:API dialect with the demo's token. Fails unless the answer is 200. */
export async function askJsonApi<T>(credentials: Credentials, path: string): Promise<T> {
  const response = await fetch(`${credentials.jsonapi_base_url}${path}`, {
    headers: { authorization: `Bearer ${credentials.jsonapi_token}`, accept: 'application/vnd.api+json' },
  })
  const text = await response.text()
  assert.equal(response.status, 200, `GET ${path} answered ${response.status}: ${text}`)
  return JSON.parse(text)
}
