import { parse } from 'node:querystring'
import type { TProperties } from 'typebox'
import { fault, invalid } from '../../../core/errors.ts'
import type { Permission } from '../../../core/permissions.ts'
import { invitationEndpoints } from '../accounts/invitation-endpoints.ts'
import { agreementEndpoints } from '../agreements/endpoints.ts'
import { agreementLinkEndpoints } from '../agreements/link-endpoints.ts'
import { bulkSendEndpoints } from '../bulk-sends/endpoints.ts'
import type { Endpoint } from '../endpoint.ts'
import { object, pageQuery } from '../members.ts'
import { ShapeRefusal } from '../shape-fault.ts'
import { submissionEndpoints } from '../submissions/endpoints.ts'
import { createValidator, type Validator } from '../validate.ts'
import { consentEndpoints } from '../verifications/consent-endpoints.ts'
import { verificationEndpoints } from '../verifications/endpoints.ts'
import { webhookEndpoints } from '../webhooks/endpoints.ts'
import { eventLogEndpoint } from '../webhooks/event-log-endpoint.ts'

/** The lists that can be exported, by path, with the permission that reading the list needs. */
const permissions = {
  verifications: 'verifications:read',
  consents: 'verifications:read',
  agreements: 'agreements:read',
  'agreement-links': 'agreements:read',
  submissions: 'submissions:read',
  'bulk-sends': 'submissions:read',
  webhooks: 'webhooks:read',
  'event-log': 'webhooks:read',
  invitations: 'users:read',
} as const satisfies Record<string, Permission>

type Listed = keyof typeof permissions

/** A list and its query. */
type Asked = { endpoint: Endpoint; resource: string; permission: Permission; query: object }

const endpoints: readonly Endpoint[] = [
  ...verificationEndpoints,
  ...consentEndpoints,
  ...agreementEndpoints,
  ...agreementLinkEndpoints,
  ...submissionEndpoints,
  ...bulkSendEndpoints,
  ...webhookEndpoints,
  eventLogEndpoint,
  ...invitationEndpoints,
]

export const exportedLists = Object.keys(permissions).filter(isListed)

function isListed(name: string): name is Listed {
  return Object.hasOwn(permissions, name)
}

const validators = new Map<string, Validator>()

/** Reads the query of a list in the form of its address. Throws `validation_failed`, with faults at `query`. */
export function readAsked(list: string, text: string): Asked {
  const endpoint = endpoints.find(({ method, path }) => method === 'GET' && path === `/${list}`)
  if (!isListed(list) || endpoint?.reply.kind !== 'page')
    throw invalid([fault(['list'], 'export_list', { value: list })])
  const validate = validators.get(list) ?? validatorOf(endpoint)
  validators.set(list, validate)
  const { query, faults } = validate({ query: parse(text), body: undefined })
  if (faults.length > 0) throw new ShapeRefusal(faults.map((found) => ({ ...found, path: ['query', ...found.path] })))
  return { endpoint, resource: endpoint.reply.resource, permission: permissions[list], query: Object(query) }
}

// A file has the whole list, so the query of an export has no page.
function validatorOf({ query, findQueryFaults }: Endpoint): Validator {
  const members: TProperties = query && 'properties' in query ? Object(query.properties) : {}
  const whole = Object.fromEntries(Object.entries(members).filter(([name]) => !Object.hasOwn(pageQuery, name)))
  return createValidator({
    query: object(whole, 'The filters and the order of a list.'),
    body: undefined,
    findQueryFaults,
  })
}
