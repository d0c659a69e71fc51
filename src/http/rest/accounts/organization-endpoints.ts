import { listOrganizations, type Organization, updateOrganization } from '../../../core/accounts/index.ts'
import { requireMatch } from '../conditional.ts'
import { defineEndpoint } from '../endpoint.ts'
import { object } from '../members.ts'
import { presentIn } from '../versions/index.ts'
import { organizationChanges, presentOrganization } from './organization.ts'

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
    body: object(organizationChanges.members, 'The members to change. Members that you leave out stay as they are.'),
    reply: { kind: 'one', resource: 'organization' },
    errors: [5004],
    heedsIfMatch: true,
    async handle({ ctx, body, version, ifMatch }) {
      const allow = (current: Organization) =>
        requireMatch(ifMatch, presentIn(version, 'organization', presentOrganization(current)))
      return presentOrganization(await updateOrganization(ctx, organizationChanges.read(body), allow))
    },
  }),
]

async function ownOrganization(ctx: Parameters<typeof listOrganizations>[0]): Promise<Organization> {
  const [organization] = (await listOrganizations(ctx)).items
  if (!organization) throw new Error('A key belongs to an organization.')
  return organization
}
