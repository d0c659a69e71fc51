import { accountResources } from './accounts/schema.ts'
import { agreementResources } from './agreements/schema.ts'
import { erasureResources } from './erasures/schema.ts'
import { submissionResources } from './submissions/schema.ts'
import { catalogResources } from './verifications/catalog-schema.ts'
import { consentResources } from './verifications/consent-schema.ts'
import { verificationResources } from './verifications/schema.ts'
import type { ObjectSchema } from './versions/index.ts'
import { versionResources } from './versions/schema.ts'
import { eventLogResources } from './webhooks/event-log-endpoint.ts'
import { webhookEventResources } from './webhooks/event-schema.ts'
import { filterResources } from './webhooks/filter-endpoints.ts'
import { recoveryResources } from './webhooks/recovery-schema.ts'
import { settingsResources } from './webhooks/settings.ts'
import { webhookResources } from './webhooks/webhook.ts'

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
  ...submissionResources,
  ...erasureResources,
  ...accountResources,
  ...versionResources,
}

export type ResourceName = keyof typeof all

/** Every object that travels in a reply, in its newest shape. */
export const resources: Readonly<Record<ResourceName, ObjectSchema>> = all

/** The names, in the order in which the documents list them. */
export function resourceNames(): ResourceName[] {
  return Object.keys(all).filter((name): name is ResourceName => Object.hasOwn(all, name))
}
