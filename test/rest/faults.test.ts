import { beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '../../src/http/rest/endpoints.ts'
import { type Api, newApi, useServer } from '../support/api.ts'
import { requestOn, type Stage, setStage } from '../support/stage.ts'

const server = useServer()
// Refused requests change nothing, so all tests share one organization.
let [api, stage]: [Api, Stage] | [] = []
beforeAll(async () => {
  api = await newApi(server)
  stage = await setStage(api.ctx)
})
// Endpoints whose schema covers all rules of their bodies.
const withoutRules = [
  'cancelVerification',
  'createErasure',
  'recoverWebhook',
  'rotateWebhookSecret',
  'sendTestWebhookEvent',
  'voidSubmission',
]
const signature = { key: 'name', type: 'signature', role: 'driver', label: 'Name', required: true }

// For each endpoint: members of a wrong shape, and members of the right shape that break rules of core, each with all
// paths that the faults must name.
type Case = { shape: [changes: object, paths: string[]]; rules: [changes: object, paths: string[]] }
const consents = [{ kind: 'biometrics' }, { kind: 'drug_test', typed_name: 'A', text_version: 'x' }]
const cases: Record<string, Case> = {
  createWebhook: {
    shape: [{ event_types: ['burnt'], ordered: 1, colour: 1 }, ['colour', 'event_types.0', 'ordered']],
    rules: [{ destination_url: 'nowhere', notification_emails: ['x'] }, ['destination_url', 'notification_emails.0']],
  },
  updateWebhook: {
    shape: [{ ordered: 1, custom_headers: { fine: 5 } }, ['custom_headers.fine', 'ordered']],
    rules: [
      { custom_headers: { Host: 'x', Team: null }, oauth: null, destination_url: 'nowhere' },
      ['custom_headers.Host', 'custom_headers.Team', 'destination_url'],
    ],
  },
  updateWebhookDeliverySettings: {
    shape: [{ max_per_second: 0, max_concurrency: 'x' }, ['max_concurrency', 'max_per_second']],
    rules: [
      { client_certificate: { certificate: 'x', private_key: 'x' }, custom_headers: { Host: 'x' } },
      ['client_certificate', 'custom_headers.Host'],
    ],
  },
  updateWebhookFilters: {
    shape: [{ agreement_ids: [5], metadata: { a: 5 }, colour: 1 }, ['agreement_ids.0', 'colour', 'metadata.a']],
    rules: [{ agreement_ids: ['x'], agreement_link_ids: ['y'] }, ['agreement_ids.0', 'agreement_link_ids.0']],
  },
  createAgreement: {
    shape: [{ title: 7, fields: [{ ...signature, type: 'stamp' }] }, ['fields.0.type', 'title']],
    rules: [
      { source: '{{nobody}}', fields: [signature, { ...signature, key: 'A', role: 'x' }], title: ' ' },
      ['fields.1.key', 'fields.1.role', 'source', 'title'],
    ],
  },
  updateAgreement: {
    shape: [{ title: 7, required_verifications: 1 }, ['required_verifications', 'title']],
    rules: [{ source: '{{nobody}}', fields: undefined, title: ' ', signer_roles: undefined }, ['source', 'title']],
  },
  duplicateAgreement: {
    shape: [{ title: 7, tags: [5] }, ['tags.0', 'title']],
    rules: [{ title: ' ', tags: ['a,b'] }, ['tags.0', 'title']],
  },
  createAgreementLink: {
    shape: [{ title: 5, expires_at: 'soon' }, ['expires_at', 'title']],
    rules: [
      { title: ' ', expires_at: 5, signers: [{ role: 'x', email: 'nowhere', access: {} }] },
      ['expires_at', 'signers.0.email', 'signers.0.role', 'title'],
    ],
  },
  updateAgreementLink: {
    shape: [{ expires_at: 'soon', is_active: 1 }, ['expires_at', 'is_active']],
    rules: [{ title: ' ', expires_at: 1 }, ['expires_at', 'title']],
  },
  createBulkSend: {
    shape: [{ delivery: 'pigeon', file_upload: { name: 'x.csv', base64: 5 } }, ['delivery', 'file_upload.base64']],
    rules: [{ file_upload: { name: 'x.csv', base64: 'ZW1haWwKbm9ib2R5Cg==' } }, ['file_upload.2.email']],
  },
  previewBulkSend: {
    shape: [{ delivery: 'pigeon', file_upload: { name: 'x.csv', base64: 5 } }, ['delivery', 'file_upload.base64']],
    rules: [{ file_upload: { name: 'x.csv', base64: 'ZW1haWwKbm9ib2R5Cg==' } }, ['file_upload.2.email']],
  },
  createExport: {
    shape: [{ list: 'pages', format: 5 }, ['format', 'list']],
    rules: [{ query: 'status=nonsense&size=5' }, ['query.size', 'query.status.0']],
  },
  createSubmission: {
    shape: [{ submission_metadata: { b: 2 }, signer: { name: 1 } }, ['signer.name', 'submission_metadata.b']],
    rules: [
      { submission_metadata: { ['n'.repeat(200)]: '1' }, signer: { email: 'x' } },
      ['signer.email', 'submission_metadata.name'],
    ],
  },
  reassignSigner: {
    shape: [{ email: 5, delivery: 'pigeon', access: { emailCode: 'yes' } }, ['access.emailCode', 'delivery', 'email']],
    rules: [{ email: 'nowhere', name: ' ' }, ['email', 'name']],
  },
  updateOrganization: {
    shape: [
      { name: 5, tracking_parameters: ['utm_*', 5], embedding_origins: [5] },
      ['embedding_origins.0', 'name', 'tracking_parameters.1'],
    ],
    rules: [
      { name: ' ', tracking_parameters: ['*', 'a*b'], embedding_origins: ['http://a.example'] },
      ['embedding_origins.0', 'name', 'tracking_parameters.0', 'tracking_parameters.1'],
    ],
  },
  createInvitation: {
    shape: [{ name: 5, email: 5 }, ['email', 'name']],
    rules: [{ name: ' ', email: 'nowhere' }, ['email', 'name']],
  },
  createConsent: {
    shape: [{ kind: 5, locale: 5 }, ['kind', 'locale']],
    rules: [{ kind: 'drug_test', typed_name: ' ', text_version: 'x' }, ['text_version', 'typed_name']],
  },
  orderVerification: {
    shape: [
      { person: { date_of_birth: 5 }, consents: [{ kind: 5 }], provider: 5 },
      ['consents.0.kind', 'person.date_of_birth', 'provider'],
    ],
    rules: [
      { verification_tier: 'panel 5', person: { ssn: '1', contact: { email: 'x', phone: '5' } }, consents },
      [
        'consents.0.typed_name',
        'consents.1.text_version',
        'person.contact.email',
        'person.contact.phone',
        'person.ssn',
        'verification_tier',
      ],
    ],
  },
}

/** The paths that a body with changes is refused for. */
async function refusedFor(id: string, changes: object): Promise<string[]> {
  const endpoint = endpoints.find((known) => known.id === id)
  if (!endpoint || !api || !stage) throw new Error(`There is no endpoint ${id}.`)
  const { url, body } = requestOn(stage, endpoint)
  const reply = await api.call(endpoint.method, url, { body: { ...(body as object), ...changes } })
  expect([reply.statusCode, reply.json().error]).toEqual([422, 3001])
  return reply.json().errors.map((fault: { path: string }) => fault.path)
}

describe.each(Object.entries(cases))('the body of %s', (id, { shape, rules }) => {
  test('gets every fault of its shape at once', async () => {
    expect(await refusedFor(id, shape[0])).toEqual(shape[1])
  })

  test('gets every broken rule at once when its shape is right', async () => {
    expect(await refusedFor(id, rules[0])).toEqual(rules[1])
  })

  test('gets the faults of its shape first', async () => {
    expect(await refusedFor(id, { ...rules[0], ...shape[0] })).toEqual(shape[1])
  })
})

test('each endpoint with a body that core judges has such a case', () => {
  const judged = endpoints.filter(({ body, method }) => body && method !== 'DELETE').map(({ id }) => id)
  expect(judged.filter((id) => !(id in cases)).sort()).toEqual(withoutRules)
})

test.each([
  ['/v2/verifications', 'size=0&order_by=nothing,status+down&verification_metadata=%5B%5D', 'verification_metadata'],
  ['/v2/verifications', 'size=0&order_by=a,b&verification_metadata=%7B%22a%22:%7B%7D%7D', 'verification_metadata.a'],
  ['/v2/verifications', 'order_by=a,b,c&verification_metadata=x', 'verification_metadata'],
  ['/v2/webhooks', 'colour=1&search=%00&size=x&order_by=nothing', 'size'],
])('the query of %s gets every fault at once (%#)', async (path, query, last) => {
  const reply = await (await newApi(server)).call('GET', `${path}?${query}`)
  const paths = reply.json().errors.map((fault: { path: string }) => fault.path)
  expect([reply.statusCode, paths.length, paths.at(-1)]).toEqual([422, 4, last])
})

test.each(['search=%zz', 'search=%ff', 'search=%c3'])('?%s is not UTF-8 and gets a 400', async (query) => {
  const reply = await (await newApi(server)).call('GET', `/v2/webhooks?${query}`)
  expect([reply.statusCode, reply.json().error]).toEqual([400, 3006])
})

test.each([
  [{ notification_email: 'x' }, ['notification_email']],
  [{ notification_email: 'x', notification_emails: ['y'] }, ['notification_emails.0']],
  [{ notification_email: 'x', notification_emails: 5 }, ['notification_emails']],
])('a fault in %j names the member that was sent', async (emails, paths) => {
  const api = await newApi(server)
  const webhook = { destination_url: 'http://127.0.0.1:9/' }
  const { webhook_id: id } = (await api.call('POST', '/v2/webhooks', { body: webhook })).json()
  const created = await api.call('POST', '/v2/webhooks', { body: { ...webhook, ...emails } })
  const updated = await api.call('PUT', `/v2/webhooks/${id}`, { body: emails })
  for (const reply of [created, updated])
    expect(reply.json().errors.map((fault: { path: string }) => fault.path)).toEqual(paths)
})

test.each([
  ['/v2/webhooks', Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`m${index}`, 1])), 101],
  ['/v2/agreements', { required_verifications: Array(50_000).fill({}) }, 4],
])('a body of %s with nothing but faults is answered quickly, with a hundred of them', async (url, body, told) => {
  const reply = await (await newApi(server)).call('POST', url, { body })
  expect([reply.statusCode, reply.json().errors.length]).toEqual([422, told])
})
