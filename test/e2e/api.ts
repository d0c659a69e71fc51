import assert from 'node:assert/strict'
import { createClient } from '../../clients/typescript/src/index.ts'
import type { Credentials } from '../../src/demo/organization.ts'

/** The typed client of the REST dialect, with the demo's key. */
export function openClient({ base_url, api_key }: Credentials) {
  return createClient({ baseUrl: `${base_url}/v2`, apiKey: api_key })
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
