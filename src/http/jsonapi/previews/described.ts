import type { Resource } from '../resource.ts'
import { bulkSendPreviews } from './bulk-send-resource.ts'
import { agreementPreviews } from './resource.ts'
import { webhookPreviews } from './webhook-resource.ts'

/** The types of previews, which are not kept. */
export const previews: readonly Resource[] = [agreementPreviews, bulkSendPreviews, webhookPreviews]
