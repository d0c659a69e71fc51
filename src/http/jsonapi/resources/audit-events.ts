import { auditEventList, listAuditEvents } from '../../../core/audit/index.ts'
import { mapOfJson } from '../../maps.ts'
import { showPublicId, showPublicIds } from '../../public-ids.ts'
import { address, anyReference, integer, json, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { keptActor } from '../kept-shapes.ts'
import { toOne } from '../resource.ts'

/** The hash-chained trail of actors and their actions. */
export const auditEvents = defineResource({
  type: 'audit-events',
  idKind: 'audit_event',
  about: 'The audit trail: who did what. Each row contains the hash of the row before it in its chain.',
  permissions: { read: 'audit:read' },
  fields: auditEventList.fields,
  attributes: {
    action: text('The action, for example webhook.created.'),
    actor: json(keptActor, 'Who acted, and from where.', { as: showPublicIds }),
    ipAddress: address('The IP address; null when it is unknown, and after the erasure of the person.', {
      nullable: true,
    }),
    subjectType: text('The kind of its subject.'),
    subject: anyReference('The id of it.', { of: 'subjectId' }),
    chain: anyReference('The chain of the row: the chain of the organization, or of a submission.'),
    sequence: integer('The place of the row in its chain, from 1.'),
    data: json(mapOfJson(), 'Further details. They depend on the action.', { as: showPublicIds }),
    previousHash: text('SHA-256 of the row before, in hex.'),
    hash: text('SHA-256 of this row, in hex: over the bytes of previousHash and the text of canonical.'),
    canonical: text(
      'The part of this row that the hash covers, as JSON with sorted keys. It contains personal data only as commitments.',
    ),
    occurredAt: time('When it was done.'),
  },
  relationships: {
    user: toOne('users', 'actorUserId', 'The user who acted; null when no user did.', { nullable: true }),
  },
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
