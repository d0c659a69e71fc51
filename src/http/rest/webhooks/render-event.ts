import { formatId } from '../../../core/ids.ts'
import type { RenderBody, RenderedEvent } from '../../../core/webhooks/index.ts'
import { latestVersion, presentIn, type Version, versionNames, type Wire } from '../versions/index.ts'
import { presentHealthData, presentSubmissionData, presentVerificationData } from './event-data.ts'

/**
 * Writes the body of a delivery: `id`, `type`, `timestamp` and `data` (Standard Webhooks), in the version of the
 * webhook. It is a pure function, so that each attempt sends the same bytes.
 */
export const renderEvent: RenderBody = (event, webhook) => {
  // An unknown version, from an import or a manual change, must not stop deliveries.
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

/** The data of an event in a version: ids and states. A test event is marked as a test. */
export function presentEventData(event: Pick<RenderedEvent, 'type' | 'data' | 'isTest'>, version: Version): Wire {
  if (event.isTest && event.data.test === true) return { test: true }
  const wire = presentData(event, version)
  return event.isTest ? { ...wire, test: true } : wire
}

function presentData({ type, data }: Pick<RenderedEvent, 'type' | 'data'>, version: Version): Wire {
  if (type === 'verification') {
    const simulated = data.simulated === true ? { simulated: true } : {}
    return presentIn(version, 'verification', { ...presentVerificationData(data), ...simulated })
  }
  return type.startsWith('webhook.') ? presentHealthData(data) : presentSubmissionData(data)
}

// The length of the trail and the hash of its last row. With them a receiver can prove later that nobody changed the
// trail. Only bodies have them, because the lists of events keep their released shape.
function presentTrail(trail: unknown): Wire {
  if (trail === null || typeof trail !== 'object') return {}
  return { trail: { length: Reflect.get(trail, 'length'), head: Reflect.get(trail, 'head') } }
}
