import { resources } from '../../src/http/jsonapi/registry.ts'
import type { Resource } from '../../src/http/jsonapi/resource.ts'
import type { Sample } from '../jsonapi/postman/resource-folder.ts'

const destinationUrl = 'http://127.0.0.1:9/hook'

const told: Record<string, Sample> = {
  roles: {
    attributes: { name: 'clerk-{{$randomUUID}}', permissions: ['agreements:read', 'submissions:read'] },
    changes: { permissions: ['agreements:read'] },
  },
  invitations: {
    attributes: { name: 'Bo', email: 'bo-{{$randomUUID}}@example.com' },
    relationships: { role: 'roles' },
  },
  'api-keys': { attributes: { name: 'Import', requestsPerMinute: 60 }, changes: { requestsPerMinute: 120 } },
  agreements: {
    attributes: {
      title: 'Lease',
      source: '# Lease\n\n{{signature}}',
      signerRoles: [{ key: 'tenant', name: 'Tenant' }],
      fields: [{ key: 'signature', type: 'signature', role: 'tenant', label: 'Signature', required: true }],
    },
    changes: { title: 'A better lease' },
  },
  'agreement-links': {
    attributes: { title: 'For Robin' },
    relationships: { agreement: 'agreements' },
    changes: { title: 'For Alex' },
  },
  submissions: {
    attributes: { metadata: { order: '7' }, newSigner: { name: 'Robin', email: 'robin@example.com' } },
    relationships: { agreementLink: 'agreement-links' },
  },
  signers: { changes: { name: 'Alex', email: 'alex@example.com' } },
  reminders: { relationships: { signer: 'signers' } },
  voidings: { attributes: { reason: 'Wrong person' }, relationships: { submission: 'submissions' } },
  verifications: {
    attributes: {
      kind: 'panel_drug',
      tier: 'panel 5',
      personalData: {
        legalName: { first: 'Ada', last: 'Clear' },
        dateOfBirth: '1970-01-22',
        contact: { email: 'ada@example.com' },
        address: { street: '1 Main Street', city: 'Los Angeles', state: 'CA', zip: '90401' },
      },
      newConsents: [{ kind: 'drug_test', typedName: 'Ada Clear' }],
    },
  },
  cancellations: { attributes: { reason: 'Changed our mind' }, relationships: { verification: 'verifications' } },
  consents: { attributes: { kind: 'drug_test', typedName: 'Ada Clear' } },
  erasures: { attributes: { person: '{{person}}' } },
  'saved-views': {
    attributes: { name: 'Mine {{$randomUUID}}', path: '/verifications', query: 'status=completed' },
    changes: { query: 'status=started' },
  },
  exports: { attributes: { list: 'webhooks', format: 'csv', query: 'sort=createdAt' } },
  events: { attributes: { kind: 'agreement.completed' } },
  webhooks: {
    attributes: {
      destinationUrl,
      eventTypes: ['verification', 'agreement.declined'],
      customHeaders: { 'X-Team': 'blue' },
      ordered: true,
    },
    changes: { maxPerSecond: 50, asymmetric: true },
  },
  'webhook-events': { attributes: { kind: 'verification' }, relationships: { webhook: 'webhooks' } },
  'bulk-sends': {
    attributes: {
      fileUpload: { name: 'people.csv', base64: 'ZW1haWwsb3JkZXIKcm9iaW5AZXhhbXBsZS5jb20sNwo=' },
      isStopped: true,
    },
    relationships: { agreementLink: 'agreement-links' },
    changes: { isStopped: true },
  },
  recoveries: {
    attributes: { since: '2026-01-01T00:00:00.000Z', perSecond: 50 },
    relationships: { webhook: 'webhooks' },
    changes: { isCancelled: true },
  },
  'secret-rotations': { attributes: { overlapHours: 1 }, relationships: { webhook: 'webhooks' } },
  organizations: { changes: { name: 'Acme & Sons', trackingParameters: ['utm_*', 'promo_id'] } },
}

/** Good members of new resources over JSON:API, by type; later types link to earlier ones. */
export const samples: Readonly<Record<string, Sample>> = {
  ...told,
  ...Object.fromEntries(resources.filter(isPlain).map((resource) => [resource.type, sampleOf(resource)])),
}

// Types that need only texts and links need no sample.
function isPlain({ type, attributes, relationships, create }: Resource): boolean {
  const needed = Object.values({ ...attributes, ...relationships }).filter((one) => 'required' in one && one.required)
  return (
    create !== undefined &&
    !(type in told) &&
    needed.length > 0 &&
    needed.every((one) => !('kind' in one) || one.kind === 'text')
  )
}

function sampleOf({ attributes, relationships, update }: Resource): Sample {
  const texts = Object.entries(attributes).filter(([, { kind }]) => kind === 'text')
  const fill = (some: typeof texts) => Object.fromEntries(some.map(([name]) => [name, `${name} {{$randomUUID}}`]))
  const links = Object.entries(relationships).flatMap(([name, to]) =>
    !to.many && to.required ? [[name, to.type] as const] : [],
  )
  return {
    attributes: fill(texts.filter(([, { required }]) => required)),
    relationships: Object.fromEntries(links),
    ...(update ? { changes: fill(texts.filter(([, { write }]) => write === 'always' || write === 'update')) } : {}),
  }
}
