import { auditEventList, listAuditEvents } from '../../../core/audit/index.ts'
import { mapOfJson } from '../../maps.ts'
import { showPublicId, showPublicIds } from '../../public-ids.ts'
import { address, anyReference, integer, json, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { keptActor } from '../kept-shapes.ts'
import { toOne } from '../resource.ts'

/** Who did what: the hash-chained trail. */
export const auditEvents = defineResource({
  type: 'audit-events',
  idKind: 'audit_event',
  about: 'Who did what, in chains where each link carries the hash of the one before.',
  permissions: { read: 'audit:read' },
  fields: auditEventList.fields,
  attributes: {
    action: text('What was done, for example webhook.created.'),
    actor: json(keptActor, 'Who did it, and from where.', { as: showPublicIds }),
    ipAddress: address('From which address; null where none is known, and after the erasure of the person.', {
      nullable: true,
    }),
    subjectType: text('The kind of its subject.'),
    subject: anyReference('The id of it.', { of: 'subjectId' }),
    chain: anyReference('The chain that it is a link of: the organization’s own, or that of a submission.'),
    sequence: integer('The place in its chain, from 1.'),
    data: json(mapOfJson(), 'Further details; which there are depends on the action.', { as: showPublicIds }),
    previousHash: text('SHA-256 of the link before, in hex.'),
    hash: text('SHA-256 of this link, in hex: over the bytes of previousHash and the text of canonical.'),
    canonical: text(
      'What the hash covers of this link, as JSON with sorted keys. What it told of people stands in it as commitments.',
    ),
    occurredAt: time('When it was done.'),
  },
  relationships: { user: toOne('users', 'actorUserId', 'Who did it, if a person.', { nullable: true }) },
  instead: { create: 'The trail writes itself.', update: 'The trail only grows.', remove: 'The trail only grows.' },
  list: async (ctx, request) => {
    const page = await listAuditEvents(ctx, request)
    return {
      ...page,
      items: page.items.map((event) => ({
        ...event,
        subjectId: showPublicId(event.subjectType, event.subjectId),
        chain: showPublicId(event.chain === ctx.organizationId ? 'organization' : 'submission', event.chain),
      })),
    }
  },
})
