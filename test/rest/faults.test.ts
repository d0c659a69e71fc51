import { describe, expect, test } from 'vitest'
import { endpoints } from '../../src/http/rest/endpoints.ts'
import { newApi, useServer } from '../support/api.ts'
import { requestOn, setStage } from '../support/stage.ts'

const server = useServer()
const signature = { key: 'name', type: 'signature', role: 'driver', label: 'Name', required: true }

// For each endpoint: members that break both kinds of rules, its shape and core's, and all paths that must be named.
const cases: Record<string, [changes: object, paths: string[]]> = {
  createWebhook: [
    { destination_url: 'nowhere', event_types: ['burnt'], notification_emails: ['a@b', 'x'], colour: 1 },
    ['colour', 'destination_url', 'event_types.0', 'notification_emails.1'],
  ],
  updateWebhook: [
    { ordered: 1, custom_headers: { Host: 'x', fine: 5, Team: null }, oauth: null, destination_url: 'nowhere' },
    ['custom_headers.fine', 'custom_headers.Host', 'custom_headers.Team', 'destination_url', 'ordered'],
  ],
  updateWebhookDeliverySettings: [
    { client_certificate: { certificate: 'x', private_key: 'x' }, max_per_second: 0 },
    ['client_certificate', 'max_per_second'],
  ],
  createAgreement: [
    { source: '{{nobody}}', fields: [signature, { ...signature, key: 'A', role: 'x' }], title: 7 },
    ['fields.1.key', 'fields.1.role', 'source', 'title'],
  ],
  updateAgreement: [
    { source: '{{nobody}}', fields: undefined, title: ' ', signer_roles: undefined, required_verifications: 1 },
    ['required_verifications', 'source', 'title'],
  ],
  createAgreementLink: [{ title: ' ', expires_at: 'soon' }, ['expires_at', 'title']],
  updateAgreementLink: [{ expires_at: 1, is_active: 1 }, ['expires_at', 'is_active']],
  createSubmission: [
    { submission_metadata: { ['n'.repeat(200)]: '1', b: 2 }, signer: { name: 1 } },
    ['signer.name', 'submission_metadata.b', 'submission_metadata.name'],
  ],
  createInvitation: [{ name: 5, email: 'nowhere' }, ['email', 'name']],
  createConsent: [{ typed_name: ' ', locale: 5 }, ['locale', 'typed_name']],
  orderVerification: [
    {
      verification_tier: 'panel 5',
      person: { ssn: '1', date_of_birth: 5, contact: { email: 'x', phone: 5 } },
      consents: [{ kind: 'biometrics' }, { kind: 5 }, { kind: 'drug_test', typed_name: 'A', text_version: 'x' }],
      provider: 5,
    },
    [
      'consents.0.typed_name',
      'consents.1.kind',
      'consents.2.text_version',
      'person.contact.email',
      'person.contact.phone',
      'person.date_of_birth',
      'person.ssn',
      'provider',
      'verification_tier',
    ],
  ],
}
const withRules = endpoints.filter(({ findFaults, body }) => findFaults && body)

describe('one answer names every fault of a body, of its shape and of the rules,', () => {
  test.each(withRules)('of $id', async (endpoint) => {
    const api = await newApi(server)
    const { url, body } = requestOn(await setStage(api.ctx), endpoint)
    const [changes, paths] = cases[endpoint.id] ?? [{}, []]
    const reply = await api.call(endpoint.method, url, { body: { ...(body as object), ...changes } })
    expect([reply.statusCode, reply.json().error]).toEqual([422, 3001])
    expect(reply.json().errors.map((fault: { path: string }) => fault.path)).toEqual(paths)
  })

  test('and there is a case for each endpoint that has both', () => {
    expect(withRules.map(({ id }) => id).sort()).toEqual(Object.keys(cases).sort())
  })
})

test.each([
  ['/v2/verifications', 'size=0&order_by=nothing,status+down&verification_metadata=%5B%5D', 'verification_metadata'],
  ['/v2/verifications', 'size=0&order_by=a,b&verification_metadata=%7B%22a%22:%7B%7D%7D', 'verification_metadata.a'],
  ['/v2/verifications', 'order_by=a,b,c&verification_metadata=x', 'verification_metadata'],
  ['/v2/webhooks', 'colour=1&search=%00&size=x&order_by=nothing', 'size'],
])('the query of %s hears of every fault at once (%#)', async (path, query, last) => {
  const reply = await (await newApi(server)).call('GET', `${path}?${query}`)
  const paths = reply.json().errors.map((fault: { path: string }) => fault.path)
  expect([reply.statusCode, paths.length, paths.at(-1)]).toEqual([422, 4, last])
})

test.each(['search=%zz', 'search=%ff', 'search=%c3'])('?%s is no UTF-8: 400', async (query) => {
  const reply = await (await newApi(server)).call('GET', `/v2/webhooks?${query}`)
  expect([reply.statusCode, reply.json().error]).toEqual([400, 3006])
})

test('what core says of a value that is malformed inside is not told: it would not hold', async () => {
  const api = await newApi(server)
  const fields = [{ ...signature, type: 'stamp' }]
  const roles = [{ key: 'driver', name: 'Driver' }]
  const body = { title: 'A', source: 'Here: {{name}}', signer_roles: roles, fields }
  const reply = await api.call('POST', '/v2/agreements', { body })
  expect(reply.json().errors).toMatchObject([{ path: 'fields.0.type', rule: 'enum' }])
})

test.each([
  [{ notification_email: 'x' }, ['notification_email']],
  [{ notification_email: 'x', colour: 1 }, ['colour', 'notification_email']],
  [{ notification_email: 'x', notification_emails: ['y'] }, ['notification_emails.0']],
  [{ notification_email: 'x', notification_emails: 5 }, ['notification_emails']],
  [
    { notification_email: 'x', notification_emails: ['a@b', 5, 'y'] },
    ['notification_emails.1', 'notification_emails.2'],
  ],
])('of the addresses in %j the member that was sent is named', async (emails, paths) => {
  const api = await newApi(server)
  const webhook = { destination_url: 'http://127.0.0.1:9/' }
  const { webhook_id: id } = (await api.call('POST', '/v2/webhooks', { body: webhook })).json()
  const created = await api.call('POST', '/v2/webhooks', { body: { ...webhook, ...emails } })
  const updated = await api.call('PUT', `/v2/webhooks/${id}`, { body: emails })
  for (const reply of [created, updated])
    expect(reply.json().errors.map((fault: { path: string }) => fault.path)).toEqual(paths)
})

test.each([
  ['/v2/webhooks', Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`m${index}`, 1]))],
  ['/v2/agreements', { required_verifications: Array(50_000).fill({}) }],
])(
  'a body of %s that holds nothing but faults keeps nobody waiting: the first thousand are told',
  async (url, body) => {
    const reply = await (await newApi(server)).call('POST', url, { body })
    expect([reply.statusCode, reply.json().errors.length]).toEqual([422, 1_000])
  },
)
