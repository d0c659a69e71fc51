import { type Static, Type } from 'typebox'
import { listOrganizations, type Organization, updateOrganization } from '../../../core/accounts/index.ts'
import { formatId } from '../../../core/ids.ts'
import { requireMatch } from '../conditional.ts'
import { defineEndpoint } from '../endpoint.ts'
import { object } from '../members.ts'
import { presentIn } from '../versions/index.ts'
import { type OrganizationWire, organizationMembers } from './schema.ts'

const { name, document_retention_days, tracking_parameters } = organizationMembers

const changes = object(
  {
    name: Type.Optional(name),
    document_retention_days: Type.Optional(document_retention_days),
    tracking_parameters: Type.Optional(tracking_parameters),
  },
  'What to change; members that are left out stay as they are.',
)

const common = { tag: 'Organization', path: '/organization', since: '2.2' } as const

/** The organization of the key. */
export const organizationEndpoints = [
  defineEndpoint({
    ...common,
    id: 'getOrganization',
    method: 'GET',
    summary: 'Get your organization',
    reply: { kind: 'one', resource: 'organization' },
    handle: async ({ ctx }) => presentOrganization(await ownOrganization(ctx)),
  }),
  defineEndpoint({
    ...common,
    id: 'updateOrganization',
    method: 'PUT',
    summary: 'Update your organization',
    body: changes,
    reply: { kind: 'one', resource: 'organization' },
    errors: [5004],
    heedsIfMatch: true,
    async handle({ ctx, body, version, ifMatch }) {
      const allow = (current: Organization) =>
        requireMatch(ifMatch, presentIn(version, 'organization', presentOrganization(current)))
      return presentOrganization(await updateOrganization(ctx, read(body), allow))
    },
  }),
]

async function ownOrganization(ctx: Parameters<typeof listOrganizations>[0]): Promise<Organization> {
  const [organization] = (await listOrganizations(ctx)).items
  if (!organization) throw new Error('A key belongs to an organization.')
  return organization
}

function read({ name, document_retention_days: days, tracking_parameters: tracking }: Partial<Static<typeof changes>>) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(days === undefined ? {} : { documentRetentionDays: days }),
    ...(tracking === undefined ? {} : { trackingParameters: tracking }),
  }
}

function presentOrganization(organization: Organization): OrganizationWire {
  return {
    organization_id: formatId('organization', organization.id),
    slug: organization.slug,
    name: organization.name,
    document_retention_days: organization.documentRetentionDays,
    tracking_parameters: organization.trackingParameters,
    created_at: organization.createdAt.getTime(),
    updated_at: organization.updatedAt.getTime(),
  }
}
