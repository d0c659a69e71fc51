import { Type } from 'typebox'
import { mostEmbeddingOrigins, type Organization } from '../../../core/accounts/index.ts'
import { both, type Members, moment, presenter, publicId, replyMembers, request, shown } from '../member-table.ts'
import { object, text, texts, textsOrNull } from '../members.ts'

const members = {
  id: publicId('organization', 'Id of the organization.', {
    wire: 'organization_id',
    example: 'ORG-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b',
  }),
  slug: shown(text('Sub-domain of the organization.', 'acme')),
  name: both(Type.String({ maxLength: 200, description: 'Name that people see.', examples: ['Acme'] })),
  documentRetentionDays: both(
    Type.Union([Type.Integer({ minimum: 1, maximum: 36_500 }), Type.Null()], {
      description:
        'For how many days finished documents are kept; null keeps them for ever. An agreement can have its own rule.',
    }),
  ),
  trackingParameters: both(
    textsOrNull(
      200,
      'Parameters of links that only track people, and are not stored as metadata. A star at the end matches any end. Null is the list of the server.',
      ['utm_*', 'promo_id'],
    ),
  ),
  embeddingOrigins: both(
    texts('The origins of sites that may show signing pages in a frame.', ['https://app.example.com'], {
      most: mostEmbeddingOrigins,
      longest: 300,
    }),
  ),
  createdAt: moment('When it was made.'),
  updatedAt: moment('When it last changed.'),
} satisfies Members<Organization>

/** The members of an organization that a request may change. */
export const organizationChanges = request(members)

export const organizationResources = {
  organization: object(replyMembers(members), 'The organization that a key belongs to.'),
}

export const presentOrganization = presenter<Organization>(members)
