import { listSecretRotations, maxOverlapHours, rotateSecret, secretRotationList } from '../../../core/webhooks/index.ts'
import { integer, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The action of giving a webhook a new signing secret, as a resource. */
export const secretRotations = defineResource({
  type: 'secret-rotations',
  idKind: 'secret_rotation',
  about:
    'Create one to give a webhook a new signing secret, shown in that reply only. The old one goes on signing beside it for a while.',
  permissions: { read: 'webhooks:read', write: 'webhooks:write' },
  fields: secretRotationList.fields,
  attributes: {
    overlapHours: integer('For how many hours the old secret goes on signing too, 0 to 168; 24 unless given.', {
      write: 'create',
      range: [0, maxOverlapHours],
    }),
    secret: text('The new secret; only in the reply to the creation.', { shownOnce: true }),
    rotatedAt: time('When.'),
  },
  relationships: {
    webhook: toOne('webhooks', 'webhookId', 'Whose secret.', { write: 'create', required: true }),
    user: toOne('users', 'userId', 'Who asked for it, if a person.', { nullable: true }),
  },
  instead: { update: 'Create another rotation.', remove: 'Create another rotation.' },
  list: listSecretRotations,
  create: async (ctx, { webhookId, overlapHours }) => {
    const { rotation, secret } = await rotateSecret(ctx, webhookId, overlapHours)
    return { ...rotation, secret }
  },
})
