import { formatId } from '../../../core/ids.ts'
import type { RenderBody, RenderedEvent } from '../../../core/webhooks/index.ts'
import { latestVersion, presentIn, type Version, versionNames, type Wire } from '../versions/index.ts'
import { presentHealthData, presentSubmissionData, presentVerificationData } from './event-data.ts'

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
  if (type === 'verification') {
    const simulated = data.simulated === true ? { simulated: true } : {}
    return presentIn(version, 'verification', { ...presentVerificationData(data), ...simulated })
  }
  return type.startsWith('webhook.') ? presentHealthData(data) : presentSubmissionData(data)
}

// How many rows the trail has, and the hash of the last: whoever keeps them can tell later whether it was changed. In
// bodies only: the lists of events have the shape that was released.
function presentTrail(trail: unknown): Wire {
  if (trail === null || typeof trail !== 'object') return {}
  return { trail: { length: Reflect.get(trail, 'length'), head: Reflect.get(trail, 'head') } }
}
