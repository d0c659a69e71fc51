import { invitationEndpoints } from './accounts/invitation-endpoints.ts'
import { organizationEndpoints } from './accounts/organization-endpoints.ts'
import { agreementEndpoints } from './agreements/endpoints.ts'
import { agreementLinkEndpoints } from './agreements/link-endpoints.ts'
import { bulkSendEndpoints } from './bulk-sends/endpoints.ts'
import type { Endpoint } from './endpoint.ts'
import { erasureEndpoints } from './erasures/endpoints.ts'
import { exportEndpoints } from './exports/endpoints.ts'
import { submissionEndpoints } from './submissions/endpoints.ts'
import { signerEndpoints } from './submissions/signer-endpoints.ts'
import { catalogEndpoints } from './verifications/catalog.ts'
import { consentEndpoints } from './verifications/consent-endpoints.ts'
import { verificationEndpoints } from './verifications/endpoints.ts'
import { orderEndpoints } from './verifications/order-endpoints.ts'
import { defineVersionsEndpoint } from './versions/endpoints.ts'
import { webhookEndpoints } from './webhooks/endpoints.ts'
import { webhookEventEndpoints } from './webhooks/event-endpoints.ts'
import { eventLogEndpoint } from './webhooks/event-log-endpoint.ts'
import { filterEndpoints } from './webhooks/filter-endpoints.ts'
import { followEndpoints } from './webhooks/follow-endpoint.ts'
import { recoveryEndpoints } from './webhooks/recovery-endpoints.ts'
import { settingsEndpoints } from './webhooks/settings-endpoints.ts'

/** Every operation of the REST dialect. */
export const endpoints: readonly Endpoint[] = [
  ...verificationEndpoints,
  ...orderEndpoints,
  ...consentEndpoints,
  ...catalogEndpoints,
  ...webhookEndpoints,
  ...webhookEventEndpoints,
  ...settingsEndpoints,
  ...filterEndpoints,
  ...recoveryEndpoints,
  eventLogEndpoint,
  ...followEndpoints,
  ...agreementEndpoints,
  ...agreementLinkEndpoints,
  ...submissionEndpoints,
  ...signerEndpoints,
  ...bulkSendEndpoints,
  ...exportEndpoints,
  ...erasureEndpoints,
  ...invitationEndpoints,
  ...organizationEndpoints,
  defineVersionsEndpoint(() => endpoints),
]
