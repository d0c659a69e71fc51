import { describe, expect, test } from 'vitest'
import { formatId } from '../../src/core/ids.ts'
import { newApi, useServer } from '../support/api.ts'
import { clientOf, newClient } from '../support/jsonapi.ts'
import { newAgreementFor } from '../support/several.ts'

const server = useServer()
const roles = [{ role: 'tenant' }, { role: 'landlord' }, { role: 'file', kind: 'copy' }] as const
const tenant = { role: 'tenant', name: 'Ada', email: 'ada@example.com' }
const landlord = { role: 'landlord', name: 'Grace', email: 'grace@example.com', delivery: 'email' }
const file = { role: 'file', email: 'file@example.com' }

type Asked = { status: number; paths: string[]; ways: Record<string, string | null>; id: string }

const code = { emailCode: true }
/** Members as REST names them. */
const inSnakeCase = (given: object) => JSON.parse(JSON.stringify(given).replaceAll('emailCode', 'email_code'))

/** Creates a submission over REST; `ways` are the ways in by role. */
async function overRest(given: object, checked = false): Promise<Asked> {
  const { ctx, call } = await newApi(server)
  const link = await newAgreementFor(ctx, roles, checked)
  const body = { agreement_link_id: formatId('agreement_link', link.id), ...inSnakeCase(given) }
  const reply = await call('POST', '/v2/submissions', { body })
  const { signers = [], errors = [], submission_id } = reply.json()
  const wayOf = ({ role, signing_url }: { role: string; signing_url: string | null }) => [role, signing_url]
  const paths = errors.map(({ path }: { path: string }) => path)
  return { status: reply.statusCode, paths, ways: Object.fromEntries(signers.map(wayOf)), id: submission_id }
}

/** The same over JSON:API. */
async function overJsonApi({ signers }: { signers: object[] }, checked = false): Promise<Asked> {
  const client = clientOf(server.app, await newClient())
  const link = await newAgreementFor(client.ctx, roles, checked)
  const agreementLink = { data: { type: 'agreement-links', id: formatId('agreement_link', link.id) } }
  const data = { type: 'submissions', attributes: { newSigners: signers }, relationships: { agreementLink } }
  const { status, body } = await client.call('POST', '/submissions', { body: { data } })
  const paths = (body.errors ?? []).map(({ source }) =>
    (source?.pointer ?? '').replace('/data/attributes/newSigners', 'signers').replaceAll('/', '.'),
  )
  const given = Object(body.data?.attributes.signingUrls)
  const ways = Object.fromEntries(roles.map(({ role }) => [role, given[role] ?? null]))
  return { status, paths, ways: body.data ? ways : {}, id: body.data?.id ?? '' }
}

const dialects = [
  ['REST', overRest],
  ['JSON:API', overJsonApi],
] as const

describe.each(dialects)('over %s', (_, create) => {
  test('the reply has a token for each signer by link, and none for signers by e-mail', async () => {
    const { status, ways } = await create({ signers: [tenant, landlord, file] })
    const way = expect.stringMatching(/\/agree\/[^/]+\/begin\/[\w-]{43}$/)
    expect([status, ways]).toEqual([201, { tenant: way, landlord: null, file: null }])
  })

  test.each<[string, object[], string[], boolean?]>([
    ['an unknown field', [{ ...tenant, fields: { rent: 1 } }, landlord], ['signers.0.fields.rent']],
    [
      'a field of another role',
      [{ ...tenant, fields: { signature_landlord: 'x' } }, landlord],
      ['signers.0.fields.signature_landlord'],
    ],
    ['a code without an address', [{ ...tenant, email: '', access: code }, landlord], ['signers.0.email']],
    ['a copy with a code', [tenant, { ...file, access: code }], ['signers.1.access']],
    [
      'one address for two, where one is mailed a code',
      [tenant, { role: 'landlord', email: tenant.email, access: code }],
      ['signers.1.email'],
    ],
    [
      'a signature',
      [{ ...tenant, fields: { signature_tenant: 'x' } }, landlord],
      ['signers.0.fields.signature_tenant'],
    ],
    ['an unknown role', [tenant, { ...landlord, role: 'owner' }], ['signers.1.role']],
    ['a role that is named twice', [tenant, { ...tenant, email: 'x@example.com' }], ['signers.1.role']],
    ['a broken address', [tenant, { ...landlord, email: 'nowhere' }], ['signers.1.email']],
    ['a mail without an address', [{ role: 'tenant', email: '', delivery: 'email' }, landlord], ['signers.0.email']],
    ['a copy without an address', [tenant, { ...file, email: '' }], ['signers.1.email']],
    ['a copy by link', [tenant, { ...file, delivery: 'link' }], ['signers.1.delivery']],
    [
      'one address for two, where one is mailed',
      [tenant, { ...landlord, email: ' Ada@Example.com' }],
      ['signers.1.email'],
    ],
    ['one address for two, where one is checked', [tenant, { ...tenant, role: 'landlord' }], ['signers.1.email'], true],
  ])('%s is refused by name, and nothing is created', async (__, signers, paths, checked) => {
    expect(await create({ signers }, checked)).toMatchObject({ status: 422, paths, ways: {} })
  })

  test('two signers side by side by link may share an address', async () => {
    expect(await create({ signers: [tenant, { ...tenant, role: 'landlord' }] })).toMatchObject({ status: 201 })
  })
})

test('signer and signers together are refused, and a repeated request reveals no token', async () => {
  expect((await overRest({ signer: {}, signers: [tenant] })).paths).toEqual(['signers'])
  const { ctx, call } = await newApi(server)
  const link = await newAgreementFor(ctx, roles)
  const body = { agreement_link_id: formatId('agreement_link', link.id), signers: [tenant, landlord] }
  const ask = () => call('POST', '/v2/submissions', { body, headers: { 'idempotency-key': 'twice' } })
  const [first, again] = [(await ask()).json(), (await ask()).json()]
  expect(again.submission_id).toBe(first.submission_id)
  expect(again.signers[0].signing_url).toMatch(/shown once/)
  expect(again.signing_url).toMatch(/shown once/)
})
