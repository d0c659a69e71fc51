import { publishOpenApi } from '../../openapi.ts'
import { limitsInWords, longestIdempotencyKey } from '../../request-limits.ts'
import type { Endpoint } from '../endpoint.ts'
import { endpoints } from '../endpoints.ts'
import type { ResourceName } from '../resources.ts'
import { hasArrived, type Version } from '../versions/index.ts'
import { describeFailure, describeOperation, failureSets } from './operation.ts'
import { schemasIn } from './schemas.ts'
import { describeWebhooks, eventBodySchemas } from './webhooks.ts'

const header = (name: string, description: string, schema: object = { type: 'string' }) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema,
})

const tags: Record<string, string> = {
  Verifications: 'Every verification check of your organization.',
  Consents: 'Consents of people. Every verification needs them.',
  Webhooks: 'Subscriptions to events.',
  'Webhook events': 'Events and their deliveries.',
  'Webhook recoveries': 'Recoveries: sending again all events that a webhook missed.',
  Agreements: 'Documents to be signed.',
  'Agreement links': 'Public addresses of agreements.',
  Submissions: 'Runs through agreement links.',
  'Bulk sends': 'Submissions of one link for all rows of a file.',
  Exports: 'Whole lists as files. A job writes them in the background, and they are kept for seven days.',
  Erasures: 'Destroying the personal data of a person.',
  Invitations: 'People who were invited to join the organization.',
  Organization: 'Settings of your organization.',
  Versions: 'The versions of the API, and their changes.',
}

const parameters = (version: Version) => ({
  HarbourVersion: header(
    'Harbour-Version',
    'The version of the API for this request; by default the version of the key.',
    {
      type: 'string',
      enum: [version],
    },
  ),
  IdempotencyKey: header(
    'Idempotency-Key',
    'A UUID for each operation. A repeated request gets the first reply, with a sentence instead of each secret.',
    { type: 'string', maxLength: longestIdempotencyKey },
  ),
  IfNoneMatch: header('If-None-Match', 'The ETag that you have read; 304 when the object has not changed since.'),
  IfMatch: header('If-Match', 'The ETag that you have read; 412 when the object has changed since.'),
})

/** The parts of an OpenAPI document that our own code reads. */
type OpenApi = {
  openapi: string
  info: { title: string; version: string }
  servers: { url: string }[]
  paths: Record<string, Record<string, object>>
  webhooks: Record<string, object>
  components: { schemas: Record<string, object>; responses: Record<string, object>; parameters: Record<string, object> }
}

export function endpointsIn(version: Version): Endpoint[] {
  return endpoints.filter((endpoint) => hasArrived(endpoint.since, version))
}

/** The address of the API on a server with the default settings, which the committed documents name. */
const defaultOrigin = 'http://127.0.0.1:3000'

/**
 * Builds the OpenAPI 3.1 document of one version of the REST dialect from the schemas that validate and serve. `origin`
 * is the address of the server; without it, importers would guess an address.
 */
export function buildOpenApi(version: Version, origin = defaultOrigin): OpenApi {
  const present = endpointsIn(version)
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Sealane REST API',
      version,
      description: `Agreements that carry proof: verifications, webhooks, agreements, links and submissions. ${limitsInWords}`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${origin}/v2`, description: 'This server.' }],
    security: [{ ApiKey: [] }, { Bearer: [] }],
    tags: [...new Set(present.map((endpoint) => endpoint.tag))].map((name) => ({ name, description: tags[name] })),
    paths: paths(present),
    webhooks: describeWebhooks(),
    components: {
      securitySchemes: {
        ApiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
        Bearer: { type: 'http', scheme: 'bearer', description: 'The same key.' },
      },
      parameters: parametersOf(present, version),
      headers: {
        RequestId: { description: 'Id of the request. Quote it when you ask for help.', schema: { type: 'string' } },
      },
      responses: responses(present),
      schemas: { ...schemasIn(version, resourcesOf(present)), ...eventBodySchemas(version) },
    },
  }
  return publishOpenApi(document)
}

function paths(present: Endpoint[]): Record<string, object> {
  const found: Record<string, Record<string, object>> = {}
  for (const endpoint of present) {
    found[endpoint.path] = {
      ...found[endpoint.path],
      [endpoint.method.toLowerCase()]: describeOperation(endpoint),
    }
  }
  return found
}

function parametersOf(present: Endpoint[], version: Version): Record<string, object> {
  const { IfMatch, ...others } = parameters(version)
  return present.some((endpoint) => endpoint.heedsIfMatch) ? { ...others, IfMatch } : others
}

function responses(present: Endpoint[]): Record<string, object> {
  const sets = present.flatMap(failureSets).sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return Object.fromEntries(sets.map(({ name, codes }) => [name, describeFailure(codes)]))
}

function resourcesOf(present: Endpoint[]): Set<ResourceName> {
  return new Set(present.flatMap(({ reply }) => (reply.kind === 'file' ? [] : [reply.resource])))
}
