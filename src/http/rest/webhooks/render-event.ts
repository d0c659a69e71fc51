import { formatId, type IdKind } from '../../../core/ids.ts'
import type { RenderBody, RenderedEvent } from '../../../core/webhooks/index.ts'
import { latestVersion, presentIn, type Version, versionNames, type Wire } from '../versions/index.ts'

/**
 * The body of a delivery: `id`, `type`, `timestamp` and `data` (Standard Webhooks), in the version of the API that the
 * webhook is pinned to. A pure function, so that each attempt sends the same bytes.
 */
export const renderEvent: RenderBody = (event, webhook) => {
  // A pin that names no version, from an import or by hand, must not keep deliveries from going out.
  const version = versionNames.find((name) => name === webhook.apiVersion) ?? latestVersion
  const body = {
    id: formatId('event', event.id),
    type: event.type,
    timestamp: event.occurredAt.toISOString(),
    api_version: version,
    data: { ...presentEventData(event, version), ...presentTrail(event.data.trail) },
  }
  return Buffer.from(JSON.stringify(body))
}

/** What happened to what, in the words of a version. Holds ids and states; a test event says that it is one. */
export function presentEventData(event: Pick<RenderedEvent, 'type' | 'data' | 'isTest'>, version: Version): Wire {
  if (event.isTest && event.data.test === true) return { test: true }
  const wire = presentData(event, version)
  return event.isTest ? { ...wire, test: true } : wire
}

function presentData({ type, data }: Pick<RenderedEvent, 'type' | 'data'>, version: Version): Wire {
  if (type === 'verification') return presentIn(version, 'verification', presentVerificationData(data))
  return type.startsWith('webhook.') ? presentHealthData(data) : presentSubmissionData(data)
}

function presentHealthData(data: Wire): Wire {
  return {
    webhook_id: readId('webhook', data.webhookId),
    service_status: data.serviceStatus,
    failing_since: readTime(data.failingSince),
    consecutive_failures: data.consecutiveFailures,
    disabled_at: readTime(data.disabledAt),
    disabled_reason: data.disabledReason,
  }
}

// Moments are texts in stored events.
function readTime(moment: unknown): number | null {
  return typeof moment === 'string' ? Date.parse(moment) : null
}

function presentVerificationData(data: Wire): Wire {
  return {
    verification_id: readId('verification', data.verificationId),
    result: data.result ?? null,
    status: data.status,
    verification_type: data.type,
    verification_subtype: data.subtype ?? null,
    verification_tier: data.tier ?? null,
    is_scan: data.isScan ?? false,
    sub_status: data.subStatus ?? null,
    agreement_link_id: readId('agreement_link', data.agreementLinkId),
    submission_id: readId('submission', data.submissionId),
    verification_metadata: data.metadata ?? {},
    ...(data.simulated === true && { simulated: true }),
  }
}

function presentSubmissionData(data: Wire): Wire {
  return {
    submission_id: readId('submission', data.submissionId),
    agreement_id: readId('agreement', data.agreementId),
    agreement_link_id: readId('agreement_link', data.agreementLinkId),
    ...(typeof data.signerId === 'string' ? { signer_id: readId('signer', data.signerId) } : {}),
    submission_metadata: data.metadata ?? {},
  }
}

// How many rows the trail has, and the hash of the last: whoever keeps them can tell later whether it was changed. In
// bodies only: the lists of events have the shape that was released.
function presentTrail(trail: unknown): Wire {
  if (trail === null || typeof trail !== 'object') return {}
  return { trail: { length: Reflect.get(trail, 'length'), head: Reflect.get(trail, 'head') } }
}

function readId(kind: IdKind, id: unknown): string | null {
  return typeof id === 'string' ? formatId(kind, id) : null
}
