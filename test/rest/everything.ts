import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Endpoint } from '../../src/http/rest/endpoint.ts'
import { endpointsIn } from '../../src/http/rest/openapi/index.ts'
import type { Version } from '../../src/http/rest/versions/index.ts'
import { newApi } from '../support/api.ts'
import { logEverything } from '../support/finishing.ts'
import { requestOn, setStage } from '../support/stage.ts'

/** A reply in which everything that differs between runs is replaced. */
type Settled = { status: number; body: unknown }

// Endpoints that end something (such as a link) come last, so that the others still find it. A document is voided only
// before it is completed.
const last = [
  'updateAgreementLink',
  'cancelVerification',
  'archiveAgreement',
  'deleteVerification',
  'deleteWebhook',
  'createErasure',
  'revokeInvitation',
]

/** Calls every endpoint of a version once, on its own stage, with some errors. Returns the replies by operation id. */
export async function playEverything(
  server: { app: FastifyInstance },
  version: Version,
): Promise<Record<string, Settled>> {
  const api = await newApi(server, { apiVersion: version })
  const stage = await setStage(api.ctx)
  await logEverything(api.ctx)
  const replies: Record<string, Settled> = {}
  for (const endpoint of inOrder(endpointsIn(version))) {
    const { url, body } = requestOn(stage, endpoint)
    replies[endpoint.id] = settle(await api.call(endpoint.method, url, { body }))
  }
  replies['error-not-found'] = settle(await api.call('GET', '/v2/nothing'))
  replies['error-not-in-version'] = settle(await api.call('GET', `/v2/webhooks/${stage.webhook_id}`))
  replies['error-validation'] = settle(await api.call('GET', '/v2/verifications?size=0'))
  return replies
}

/** Endpoints that end something come last. */
export function inOrder(endpoints: Endpoint[]): Endpoint[] {
  const rank = (endpoint: Endpoint) => last.indexOf(endpoint.id) + (endpoint.method === 'GET' ? -1 : 0)
  return [...endpoints].sort((a, b) => rank(a) - rank(b))
}

function settle(reply: LightMyRequestResponse): Settled {
  const isJson = String(reply.headers['content-type']).startsWith('application/json')
  return { status: reply.statusCode, body: isJson ? steady(reply.json()) : `(${reply.headers['content-type']})` }
}

function steady(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(steady)
  if (typeof value === 'string') return steadyText(value)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, steadyMember(name, member)]))
}

function steadyMember(name: string, value: unknown): unknown {
  if (name === 'agreement_link_id' && typeof value === 'string') return '(link)'
  if (name === 'signing_url') return '(signing_url)'
  if (name.endsWith('_sha256') && typeof value === 'string') return '(sha256)'
  // A seal has its real time, and signatures differ in length.
  if (name === 'sealed_at' || name === 'byte_size') return '(number)'
  // The sentence is core's for this one case. Only its code and message are promised.
  if (name === 'detail') return '(detail)'
  // These have the provider's own references and the real clock of the queue.
  if (name === 'latest_response' || name === 'verification_details') return '(object)'
  if (name === 'next' && typeof value === 'string') return '(cursor)'
  // Objects of the same millisecond come in any order.
  if (name === 'items' && Array.isArray(value)) return value.map(steady).sort(byText)
  return steady(value)
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a).localeCompare(JSON.stringify(b), 'en')
}

function steadyText(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '(uuid)')
    .replaceAll(/VERIFICATION-\d+_[0-9a-f]{32}/g, 'VERIFICATION-(ms)_(hex)')
    .replaceAll(/_[0-9a-f]{32}|-[0-9a-f]{32}/g, (id) => `${id[0]}(hex)`)
    .replaceAll(/\bt[0-9a-f]{16}\b/g, '(slug)')
    .replaceAll(/whsec_[\w+/=]+/g, 'whsec_(secret)')
    .replaceAll(/agree\/[0-9A-Za-z]{22}/g, 'agree/(link)')
}
