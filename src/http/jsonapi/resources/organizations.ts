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
  about:
    'Your organization. In maintenance, the API answers 503. Only this resource still answers people who may end the maintenance.',
  permissions: { read: 'organization:read', write: 'organization:write' },
  fields: organizationList.fields,
  attributes: {
    name: text('The name that people see.', { write: 'update' }),
    slug: text('The sub-domain of the organization.'),
    inMaintenance: boolean('Whether the API answers 503.', { write: 'update' }),
    maintenanceSince: time('Since when the API answers 503.', { nullable: true }),
    documentRetentionDays: integer(
      'For how many days finished documents are kept; null keeps them for ever. An agreement can have its own rule.',
      { nullable: true, write: 'update', range: [1, mostRetentionDays] },
    ),
    trackingParameters: texts(
      'Parameters of links that only track people. A star at the end matches any end. Null is the list of the server.',
      { nullable: true, write: 'update' },
    ),
    embeddingOrigins: texts('The origins of sites that may show signing pages in a frame.', {
      max: 300,
      maxItems: mostEmbeddingOrigins,
      write: 'update',
    }),
    createdAt: time('When the organization was created.'),
    updatedAt: time('When the organization was last changed.'),
  },
  relationships: {},
  instead: {
    create: 'The operator of the server creates organizations: npm run sealane -- organizations.',
    remove: 'Ask the operator of the server.',
  },
  list: listOrganizations,
  update: (ctx, _id, given) => updateOrganization(ctx, given),
})
