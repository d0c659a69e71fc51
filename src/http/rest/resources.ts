import { invitationResources } from './accounts/invitation.ts'
import { organizationResources } from './accounts/organization.ts'
import { agreementResources } from './agreements/agreement.ts'
import { linkResources } from './agreements/link.ts'
import { bulkSendResources } from './bulk-sends/bulk-send.ts'
import { erasureResources } from './erasures/endpoints.ts'
import { exportResources } from './exports/export.ts'
import { sealResources } from './submissions/seal.ts'
import { submissionResources } from './submissions/submission.ts'
import { catalogResources } from './verifications/catalog-schema.ts'
import { consentResources } from './verifications/consent.ts'
import { verificationResources } from './verifications/verification.ts'
import type { ObjectSchema } from './versions/index.ts'
import { versionResources } from './versions/schema.ts'
import { filterResources } from './webhooks/filter-endpoints.ts'
import { recoveryResources } from './webhooks/recovery.ts'
import { settingsResources } from './webhooks/settings.ts'
import { webhookResources } from './webhooks/webhook.ts'
import { eventLogResources, webhookEventResources } from './webhooks/webhook-event.ts'

const all = {
  ...verificationResources,
  ...consentResources,
  ...catalogResources,
  ...webhookResources,
  ...webhookEventResources,
  ...recoveryResources,
  ...settingsResources,
  ...filterResources,
  ...eventLogResources,
  ...agreementResources,
  ...linkResources,
  ...submissionResources,
  ...sealResources,
  ...bulkSendResources,
  ...exportResources,
  ...erasureResources,
  ...invitationResources,
  ...organizationResources,
  ...versionResources,
}

export type ResourceName = keyof typeof all

/** The objects of all replies, in their newest shape. */
export const resources: Readonly<Record<ResourceName, ObjectSchema>> = all

/** The names of the resources, in the order of the documents. */
export function resourceNames(): ResourceName[] {
  return Object.keys(all).filter(isResource)
}

/** Whether the replies have an object of this name. */
export function isResource(name: string): name is ResourceName {
  return Object.hasOwn(all, name)
}
