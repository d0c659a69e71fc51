import type { Static } from 'typebox'
import { Type } from 'typebox'
import { verificationCatalogue } from '../../../core/verifications/index.ts'
import { anyObject, object, text, textOrNull, time, timeOrNull, word, wordOrNull } from '../members.ts'

const { statuses, results, subStatuses, types, subtypes, tiers } = verificationCatalogue

const verification = object(
  {
    verification_id: text('Id of the verification.', 'VERIFICATION-1683225191102_0a5cb9fddc90458e9c9496f12870609c'),
    result: wordOrNull(
      results.map((entry) => entry.value),
      'Result of the verification. `pending` only while in progress; null when there is none.',
    ),
    status: word(
      statuses.map((entry) => entry.value),
      'Status of the verification. `started` and `cancelled` only for enhanced_identity_verification and panel_drug.',
    ),
    verification_type: word(
      types.map((entry) => entry.value),
      'Type of the verification.',
    ),
    verification_subtype: wordOrNull(
      subtypes.map((entry) => entry.value),
      'Subtype of the verification.',
    ),
    verification_tier: wordOrNull(
      tiers.map((entry) => entry.value),
      'Tier of the verification.',
    ),
    is_scan: Type.Boolean({ description: 'Defines if this verification is a scan.' }),
    latest_response: anyObject('Latest response payload of the provider, without personal data.'),
    verification_metadata: anyObject('User metadata (passed as URL params).'),
    updated_at: time('Date and time the verification record was last updated.'),
    created_at: time('Date and time the verification record was created.'),
    agreement_link_id: textOrNull('Agreement link id; null when it was ordered without a link.'),
    organization_id: text('Organization id.', 'ORG-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'),
    sub_status: wordOrNull(
      subStatuses.map((entry) => entry.value),
      'Sub status of the verification, for us_criminal_record_check only.',
    ),
    last_status_at: time('Date and time the last status update was received.'),
    submitted_at: timeOrNull('Date and time the verification was submitted to the provider.'),
    verification_details: anyObject('Verification details object: what it waits for, and why it ended as it did.'),
  },
  'An executed verification check.',
)

const verificationDeleted = object(
  {
    verification_id: text('Id of the deleted verification.'),
    event_datetime: time('The moment of the deletion.'),
  },
  'What is left of a deleted verification.',
)

export type VerificationWire = Static<typeof verification>
export type VerificationDeletedWire = Static<typeof verificationDeleted>

export const verificationResources = { verification, verification_deleted: verificationDeleted }
