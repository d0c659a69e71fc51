import { agreementAttributes, type World } from './jsonapi/world.ts'

/** One request in the words of each dialect. */
export type Ask = { rest: [method: string, path: string, body?: object]; jsonapi: [string, string, object?] }

/**
 * A refusal of both dialects: the status, and the word of core (any word when each dialect checks the shape itself).
 */
type Guarantee = { name: string; status: number; word?: string; ask(world: World): Ask }

const resource = (type: string, attributes: object, relationships: object = {}) => ({
  data: { type, attributes, relationships },
})
const to = (type: string, id: string) => ({ data: { type, id } })
const { title, source, signerRoles, fields } = agreementAttributes
const restAgreement = { title, source, signer_roles: signerRoles, fields, required_verifications: [] }

const agreement = (name: string, over: object): Guarantee => ({
  name,
  status: 422,
  word: 'validation_failed',
  ask: () => ({
    rest: ['POST', '/agreements', { ...restAgreement, ...over }],
    jsonapi: ['POST', '/agreements', resource('agreements', { ...agreementAttributes, ...over })],
  }),
})

const webhook = (name: string, rest: object, jsonapi: object): Guarantee => ({
  name,
  status: 422,
  ask: () => ({
    rest: ['POST', '/webhooks', rest],
    jsonapi: ['POST', '/webhooks', resource('webhooks', jsonapi)],
  }),
})

const order = (name: string, status: number, word: string | undefined, kind: string, tier?: string): Guarantee => ({
  name,
  status,
  ...(word ? { word } : {}),
  ask: () => ({
    rest: [
      'POST',
      '/verifications',
      {
        verification_type: kind,
        ...(tier ? { verification_tier: tier } : {}),
        person: { date_of_birth: '1970-01-22' },
      },
    ],
    jsonapi: [
      'POST',
      '/verifications',
      resource('verifications', { kind, ...(tier ? { tier } : {}), personalData: { dateOfBirth: '1970-01-22' } }),
    ],
  }),
})

const proposal = (name: string, signer: object): Guarantee => ({
  name,
  status: 422,
  word: 'validation_failed',
  ask: ({ link }) => ({
    rest: ['POST', '/submissions', { agreement_link_id: link, signer }],
    jsonapi: [
      'POST',
      '/submissions',
      resource('submissions', { newSigner: signer }, { agreementLink: to('agreement-links', link) }),
    ],
  }),
})

/** The words of core that both dialects must use. */
export const refusals: Guarantee[] = [
  agreement('an agreement without a title', { title: '' }),
  agreement('an agreement with a title of which nothing can be seen', { title: '\u2800\u200b\u3164' }),
  proposal('a proposed e-mail address that is none', { email: 'robin@example' }),
  proposal('a proposed e-mail address with something invisible in it', { email: 'ro\u200bbin@example.com' }),
  proposal('a proposed name of which nothing can be seen', { name: '\u3164' }),
  agreement('an agreement without a signature', { fields: [] }),
  agreement('an agreement whose text names a field that it lacks', { source: '{{nowhere}}' }),
  agreement('a title with a bidirectional override', { title: 'a\u202eb' }),
  webhook('a webhook without a destination', {}, {}),
  webhook('a webhook that goes nowhere', { destination_url: 'nowhere' }, { destinationUrl: 'nowhere' }),
  webhook(
    'a webhook for events that do not exist',
    { destination_url: 'http://127.0.0.1:9/', event_types: ['agreement.eaten'] },
    { destinationUrl: 'http://127.0.0.1:9/', eventTypes: ['agreement.eaten'] },
  ),
  order('a check that does not exist', 422, undefined, 'palm_reading'),
  order('a drug test without a panel', 422, 'validation_failed', 'panel_drug'),
  order('a check of somebody of whom too little is known', 422, 'validation_failed', 'motor_vehicle_record'),
  {
    name: 'a link that ends in the past',
    status: 422,
    word: 'validation_failed',
    ask: ({ agreement: id }) => ({
      rest: ['POST', '/agreement-links', { agreement_id: id, expires_at: 1 }],
      jsonapi: [
        'POST',
        '/agreement-links',
        resource('agreement-links', { expiresAt: '2000-01-01T00:00:00Z' }, { agreement: to('agreements', id) }),
      ],
    }),
  },
  {
    name: 'a consent to a text that does not exist',
    status: 422,
    ask: () => ({
      rest: ['POST', '/consents', { kind: 'everything', typed_name: 'A' }],
      jsonapi: ['POST', '/consents', resource('consents', { kind: 'everything', typedName: 'A' })],
    }),
  },
]

/** The address of each object of an organization in both dialects. */
export const things = (world: World): [name: string, rest: string, jsonapi: string][] => {
  return [
    ['verification', `/verifications/${world.verification}`, `/verifications/${world.verification}`],
    ['agreement', `/agreements/${world.agreement}`, `/agreements/${world.agreement}`],
    ['agreement link', `/agreement-links/${world.link}`, `/agreement-links/${world.link}`],
    ['submission', `/submissions/${world.submission}`, `/submissions/${world.submission}`],
    ['webhook', `/webhooks/${world.webhook}`, `/webhooks/${world.webhook}`],
    ['webhook event', `/webhooks/${world.webhook}/events/${world.happened}`, `/webhook-events/${world.event}`],
  ]
}
