import {
  listOrganizations,
  mostEmbeddingOrigins,
  organizationList,
  updateOrganization,
} from '../../../core/accounts/index.ts'
import { mostRetentionDays } from '../../../core/retention-rule.ts'
import { boolean, integer, text, texts, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'

/** The caller's own organization. */
export const organizations = defineResource({
  type: 'organizations',
  idKind: 'organization',
  about: 'Your organization. In maintenance everything answers 503, except this resource for those who may end it.',
  permissions: { read: 'organization:read', write: 'organization:write' },
  fields: organizationList.fields,
  attributes: {
    name: text('The name that people see.', { write: 'update' }),
    slug: text('The sub-domain of the organization.'),
    inMaintenance: boolean('Whether the API answers 503.', { write: 'update' }),
    maintenanceSince: time('Since when the API answers 503.', { nullable: true }),
    documentRetentionDays: integer(
      'For how many days finished documents are kept, unless their agreement says otherwise; null keeps them.',
      { nullable: true, write: 'update', range: [1, mostRetentionDays] },
    ),
    trackingParameters: texts(
      'Parameters of links that only follow people around; a star at the end stands for any end. Null is the list that comes with the server.',
      { nullable: true, write: 'update' },
    ),
    embeddingOrigins: texts('Sites whose pages may show signing pages in a frame, as origins.', {
      max: 300,
      maxItems: mostEmbeddingOrigins,
      write: 'update',
    }),
    createdAt: time('When the organization was made.'),
    updatedAt: time('When the organization was last changed.'),
  },
  relationships: {},
  instead: {
    create: 'The operator of the server makes one: npm run sealane -- organizations.',
    remove: 'Ask the operator of the server.',
  },
  list: listOrganizations,
  update: (ctx, _id, given) => updateOrganization(ctx, given),
})
