import { parseId } from '../../src/core/ids.ts'
import { create } from '../conformance/jsonapi/world.ts'
import type { Answer, Client, TestResource } from './jsonapi.ts'
import { type How, writeExport } from './written-export.ts'

/** Asks for a kept export of a list. */
export function beginExport(client: Client, attributes: object): Promise<TestResource> {
  return create(client, 'exports', { list: 'webhooks', format: 'ndjson', ...attributes })
}

/** Does the job of an export once, as the server does. */
export async function runExportOf({ ctx }: Client, id: string, how: How = {}): Promise<void> {
  await writeExport(ctx, parseId('export', id) ?? '', how)
}

/** The present state of an export. */
export async function readExport(client: Client, id: string): Promise<Record<string, unknown>> {
  return (await client.get(`/exports/${id}`)).body.data.attributes
}

/** The file of an export, or the refusal. */
export async function fileOf({ app, token }: Pick<Client, 'app' | 'token'>, id: string): Promise<Answer> {
  const url = `/v1/api/exports/${id}/content`
  const { statusCode, headers, payload } = await app.inject({ url, headers: { authorization: `Bearer ${token}` } })
  return { status: statusCode, headers, text: payload, body: JSON.parse(statusCode >= 400 ? payload : '{}') }
}
