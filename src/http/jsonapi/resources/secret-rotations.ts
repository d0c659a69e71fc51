import { listSecretRotations, maxOverlapHours, rotateSecret, secretRotationList } from '../../../core/webhooks/index.ts'
import { integer, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The action of giving a webhook a new signing secret, as a resource. */
export const secretRotations = defineResource({
  type: 'secret-rotations',
  idKind: 'secret_rotation',
  about:
    'Create a secret rotation to give a webhook a new signing secret. Only that reply shows the secret. For a while, both secrets sign.',
  permissions: { read: 'webhooks:read', write: 'webhooks:write' },
  fields: secretRotationList.fields,
  attributes: {
    overlapHours: integer('For how many hours the old secret also signs, 0 to 168; 24 by default.', {
      write: 'create',
      range: [0, maxOverlapHours],
    }),
    secret: text('The new secret. Only the reply to the creation has it.', { shownOnce: true }),
    rotatedAt: time('When.'),
  },
  relationships: {
    webhook: toOne('webhooks', 'webhookId', 'The webhook of the secret.', { write: 'create', required: true }),
    user: toOne('users', 'userId', 'The user who created it; null when no user did.', { nullable: true }),
  },
  instead: { update: 'Create another rotation.', remove: 'Create another rotation.' },
  list: listSecretRotations,
  create: async (ctx, { webhookId, overlapHours }) => {
    const { rotation, secret } = await rotateSecret(ctx, webhookId, overlapHours)
    return { ...rotation, secret }
  },
})
