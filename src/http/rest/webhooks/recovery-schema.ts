import { type Static, Type } from 'typebox'
import { object, text, time, timeOrNull, word } from '../members.ts'

const recovery = object(
  {
    recovery_id: text('Id of the recovery.', 'rcv_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'),
    webhook_id: text('Id of the webhook.', 'wb_b6924c66ae114fada7d351388b06c6a4'),
    since: time('Events of this moment or later are sent again.'),
    state: word(['running', 'done', 'cancelled'] as const, 'How it stands.'),
    total: Type.Integer({ description: 'Deliveries that were missing when it began.' }),
    reopened: Type.Integer({ description: 'How many of them are on their way again, or have arrived.' }),
    per_second: Type.Integer({ description: 'Pace.' }),
    created_at: time('When it began.'),
    finished_at: timeOrNull('When it ended.'),
  },
  'Sending again all that a webhook missed since a moment.',
)

export type RecoveryWire = Static<typeof recovery>

export const recoveryResources = { webhook_recovery: recovery }
