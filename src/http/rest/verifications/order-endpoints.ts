import { Type } from 'typebox'
import { cancelVerification, orderVerification } from '../../../core/verifications/index.ts'
import { defineEndpoint, readId } from '../endpoint.ts'
import { object } from '../members.ts'
import { newOrder, orderNames } from './order.ts'
import { presentVerification } from './verification.ts'

const tag = 'Verifications'

export const orderEndpoints = [
  defineEndpoint({
    id: 'orderVerification',
    tag,
    method: 'POST',
    path: '/verifications',
    since: '2.2',
    summary: 'Order a verification',
    description:
      'Orders a verification without an agreement. The verification needs consents of the person. Send them here, or record them before.',
    body: object(newOrder.members, 'A verification to order.'),
    status: 201,
    reply: { kind: 'one', resource: 'verification' },
    errors: [4105, 4106, 4108, 5001],
    memberNames: orderNames,
    handle: async ({ ctx, body, deps }) =>
      presentVerification(await orderVerification(ctx, deps.providers, newOrder.read(body))),
  }),
  defineEndpoint({
    id: 'cancelVerification',
    tag,
    method: 'POST',
    path: '/verifications/{verification_id}/cancel',
    since: '2.2',
    summary: 'Cancel a verification',
    description: 'Ends an unfinished verification. Later reports of the provider are ignored.',
    params: { verification_id: 'VERIFICATION-1683225191102_0a5cb9fddc90458e9c9496f12870609c' },
    body: object(
      { reason: Type.Optional(Type.String({ maxLength: 500, description: 'The reason, as a sentence.' })) },
      'Why it is cancelled.',
    ),
    bodyOptional: true,
    reply: { kind: 'one', resource: 'verification' },
    errors: [4101, 5001],
    async handle({ ctx, params, body }) {
      const id = readId('verification', params.verification_id)
      return presentVerification((await cancelVerification(ctx, id, body)).verification)
    },
  }),
]
