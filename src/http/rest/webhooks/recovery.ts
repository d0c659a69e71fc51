import { Type } from 'typebox'
import { type Recovery, recoveryScopes } from '../../../core/webhooks/index.ts'
import {
  given,
  givenAs,
  join,
  type Members,
  moment,
  momentOrNull,
  presenter,
  publicId,
  replyMembers,
  request,
  shown,
} from '../member-table.ts'
import { givenTime, object, word } from '../members.ts'

const members = {
  id: publicId('recovery', 'Id of the recovery.', {
    wire: 'recovery_id',
    example: 'rcv_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b',
  }),
  webhookId: publicId('webhook', 'Id of the webhook.', { example: 'wb_b6924c66ae114fada7d351388b06c6a4' }),
  scope: given(
    word(
      recoveryScopes,
      'Which deliveries are sent: those that ended without a 2xx (`missed`), or those that wait for their next attempt (`waiting`).',
    ),
  ),
  since: join(
    givenAs(
      givenTime(
        'Events of this moment or later are sent again, if no 2xx has answered them. Without it, with the scope `waiting`: all that waits.',
      ),
      (at) => new Date(at),
    ),
    moment('Events of this moment or later are sent again.'),
  ),
  state: shown(word(['running', 'done', 'cancelled'], 'Its state.')),
  total: shown(Type.Integer({ description: 'How many deliveries were missing when the recovery began.' })),
  reopened: shown(Type.Integer({ description: 'How many deliveries are on their way again or have arrived.' })),
  perSecond: join(
    given(
      Type.Integer({
        minimum: 1,
        maximum: 1_000,
        default: 100,
        description: 'How many deliveries are sent again per second.',
      }),
    ),
    shown(Type.Integer({ description: 'Pace.' })),
  ),
  createdAt: moment('When it began.'),
  finishedAt: momentOrNull('When it ended.'),
} satisfies Members<Recovery>

/** The events to send again, and the speed. */
export const newRecovery = request(members)

export const recoveryResources = {
  webhook_recovery: object(
    replyMembers(members),
    'A recovery: sending again all events that a webhook missed since a moment.',
  ),
}

export const presentRecovery = presenter<Recovery>(members)
