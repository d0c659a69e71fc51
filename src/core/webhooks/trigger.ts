import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { type EventSubject, type EventType, recordEvent } from '../events.ts'
import { newId } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { type LoggedEvent, readLoggedEvent } from './list-events.ts'

/**
 * Records an invented event of a type, marked as a test, which goes to every webhook that subscribes to the type. Its
 * subjects do not exist. `deliveries.pending` counts the webhooks.
 */
export async function triggerEvent(ctx: Context, type: EventType): Promise<LoggedEvent> {
  requirePermission(ctx, 'webhooks:write')
  return transaction(ctx, async (inner) => {
    const { subject, data } = invent(type, inner.now)
    const id = await recordEvent(inner, type, subject, data, { isTest: true })
    await recordAudit(inner, {
      action: 'webhook.event_triggered',
      subject: { type: 'event', id },
      data: { eventType: type },
    })
    return readLoggedEvent(inner, id)
  })
}

/** The events that a single signer causes. */
const ofSigners: readonly EventType[] = ['agreement.viewed', 'agreement.signed', 'agreement.declined']

const metadata = { internal_id: '123' }

function inventVerification() {
  const verificationId = newId()
  const data = {
    verificationId,
    type: 'us_criminal_record_check',
    subtype: null,
    tier: 'request_us_criminal_record_check_tier_1',
    isScan: false,
    status: 'completed',
    result: 'verified',
    subStatus: null,
    submissionId: null,
    agreementLinkId: null,
    metadata,
  }
  return { subject: { type: 'verification', id: verificationId } as const, data }
}

/** The subject and the data of an invented event. Its ids do not exist. */
export function invent(type: EventType, now: Date): { subject: EventSubject; data: Record<string, unknown> } {
  switch (type) {
    case 'verification':
      return inventVerification()
    case 'webhook.failing':
    case 'webhook.disabled':
      return inventHealth(type, now)
    default:
      return inventSubmission(type)
  }
}

function inventHealth(type: 'webhook.failing' | 'webhook.disabled', now: Date) {
  const [webhookId, isOff] = [newId(), type === 'webhook.disabled']
  const data = {
    webhookId,
    serviceStatus: !isOff,
    failingSince: now,
    consecutiveFailures: 5,
    disabledAt: isOff ? now : null,
    disabledReason: isOff ? 'failing' : null,
  }
  return { subject: { type: 'webhook', id: webhookId } as const, data }
}

function inventSubmission(type: EventType) {
  const submissionId = newId()
  const signer = ofSigners.includes(type) ? { signerId: newId() } : {}
  const data = { submissionId, agreementId: newId(), agreementLinkId: newId(), ...signer, metadata }
  return { subject: { type: 'submission', id: submissionId } as const, data }
}
