import type { Resource } from './resource.ts'
import { agreementLinks } from './resources/agreement-links.ts'
import { agreementVersions } from './resources/agreement-versions.ts'
import { agreements } from './resources/agreements.ts'
import { apiCredentials } from './resources/api-credentials.ts'
import { apiKeys } from './resources/api-keys.ts'
import { auditEvents } from './resources/audit-events.ts'
import { cancellations } from './resources/cancellations.ts'
import { consentPages } from './resources/consent-texts.ts'
import { consents } from './resources/consents.ts'
import { decisions } from './resources/decisions.ts'
import { declines } from './resources/declines.ts'
import { deliveryAttempts } from './resources/delivery-attempts.ts'
import { documents } from './resources/documents.ts'
import { erasures } from './resources/erasures.ts'
import { events } from './resources/events.ts'
import { invitations } from './resources/invitations.ts'
import { openTasks } from './resources/open-tasks.ts'
import { organizations } from './resources/organizations.ts'
import { recoveries } from './resources/recoveries.ts'
import { redeliveries } from './resources/redeliveries.ts'
import { reviewClaims } from './resources/review-claims.ts'
import { roles } from './resources/roles.ts'
import { savedViews } from './resources/saved-views.ts'
import { secretRotations } from './resources/secret-rotations.ts'
import { sessions } from './resources/sessions.ts'
import { signers } from './resources/signers.ts'
import { submissionStatistics } from './resources/submission-statistics.ts'
import { submissions } from './resources/submissions.ts'
import { users } from './resources/users.ts'
import { verificationStatistics } from './resources/verification-statistics.ts'
import { verifications } from './resources/verifications.ts'
import { voidings } from './resources/voidings.ts'
import { webhookEvents } from './resources/webhook-events.ts'
import { webhookStatistics } from './resources/webhook-statistics.ts'
import { webhooks } from './resources/webhooks.ts'
import { withdrawals } from './resources/withdrawals.ts'

/** Every type of resource there is. A new one is its file and its line here. */
export const resources: readonly Resource[] = [
  agreements,
  agreementVersions,
  agreementLinks,
  submissions,
  signers,
  documents,
  voidings,
  declines,
  verifications,
  cancellations,
  decisions,
  reviewClaims,
  consentPages,
  consents,
  withdrawals,
  erasures,
  events,
  webhooks,
  webhookEvents,
  deliveryAttempts,
  redeliveries,
  recoveries,
  secretRotations,
  users,
  invitations,
  roles,
  apiCredentials,
  sessions,
  savedViews,
  apiKeys,
  organizations,
  auditEvents,
  openTasks,
  verificationStatistics,
  submissionStatistics,
  webhookStatistics,
]

const byType = new Map(resources.map((resource) => [resource.type, resource]))

/** The resource of a type that the registry itself names. */
export function resourceOf(type: string): Resource {
  const found = byType.get(type)
  if (!found) throw new Error(`The registry has no type ${type}.`)
  return found
}

/** The resource of a type that a client names, if there is one. */
export function findResource(type: string): Resource | undefined {
  return byType.get(type)
}
