// Written by npm run generate, from the files of this folder.
import type { Resource } from '../resource.ts'
import { agreementLinks } from './agreement-links.ts'
import { agreementVersions } from './agreement-versions.ts'
import { agreements } from './agreements.ts'
import { apiCredentials } from './api-credentials.ts'
import { apiKeys } from './api-keys.ts'
import { apiRequests } from './api-requests.ts'
import { auditEvents } from './audit-events.ts'
import { bulkSends } from './bulk-sends.ts'
import { cancellations } from './cancellations.ts'
import { consentTexts } from './consent-texts.ts'
import { consents } from './consents.ts'
import { decisions } from './decisions.ts'
import { declines } from './declines.ts'
import { deliveryAttempts } from './delivery-attempts.ts'
import { documents } from './documents.ts'
import { erasures } from './erasures.ts'
import { events } from './events.ts'
import { evidenceLogs } from './evidence-logs.ts'
import { exports } from './exports.ts'
import { invitations } from './invitations.ts'
import { openTasks } from './open-tasks.ts'
import { organizations } from './organizations.ts'
import { recoveries } from './recoveries.ts'
import { redeliveries } from './redeliveries.ts'
import { reminders } from './reminders.ts'
import { reviewClaims } from './review-claims.ts'
import { roles } from './roles.ts'
import { savedViews } from './saved-views.ts'
import { secretRotations } from './secret-rotations.ts'
import { sessions } from './sessions.ts'
import { signers } from './signers.ts'
import { submissionStatistics } from './submission-statistics.ts'
import { submissions } from './submissions.ts'
import { users } from './users.ts'
import { verificationStatistics } from './verification-statistics.ts'
import { verifications } from './verifications.ts'
import { voidings } from './voidings.ts'
import { webhookEvents } from './webhook-events.ts'
import { webhookStatistics } from './webhook-statistics.ts'
import { webhooks } from './webhooks.ts'
import { withdrawals } from './withdrawals.ts'

export const resources: readonly Resource[] = [
  agreementLinks,
  agreementVersions,
  agreements,
  apiCredentials,
  apiKeys,
  apiRequests,
  auditEvents,
  bulkSends,
  cancellations,
  consentTexts,
  consents,
  decisions,
  declines,
  deliveryAttempts,
  documents,
  erasures,
  events,
  evidenceLogs,
  exports,
  invitations,
  openTasks,
  organizations,
  recoveries,
  redeliveries,
  reminders,
  reviewClaims,
  roles,
  savedViews,
  secretRotations,
  sessions,
  signers,
  submissionStatistics,
  submissions,
  users,
  verificationStatistics,
  verifications,
  voidings,
  webhookEvents,
  webhookStatistics,
  webhooks,
  withdrawals,
]
