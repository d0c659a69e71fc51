import { Type } from 'typebox'
import type { Id } from '../../../core/ids.ts'
import { type Verification, verificationCatalogue } from '../../../core/verifications/index.ts'
import { showPublicIds } from '../../public-ids.ts'
import {
  type Members,
  moment,
  momentOrNull,
  presenter,
  publicId,
  publicIdOrNull,
  replyMembers,
  shown,
  shownAs,
} from '../member-table.ts'
import { anyObject, object, word, wordOrNull } from '../members.ts'

const valuesOf = <T extends string>(entries: readonly { value: T }[]): T[] => entries.map(({ value }) => value)

const { statuses, results, subStatuses, types, subtypes, tiers } = verificationCatalogue

/** A verification: the guide's object. Its older versions lack the members with `since`. */
export const verificationMembers = {
  id: publicId('verification', 'Id of the verification.', {
    wire: 'verification_id',
    example: 'VERIFICATION-1683225191102_0a5cb9fddc90458e9c9496f12870609c',
  }),
  result: shown(
    wordOrNull(
      valuesOf(results),
      'Result of the verification. `pending` only while in progress; null when there is none.',
    ),
  ),
  status: shown(
    word(
      valuesOf(statuses),
      'Status of the verification. `started` and `cancelled` only for enhanced_identity_verification and panel_drug.',
    ),
  ),
  type: shown(word(valuesOf(types), 'Type of the verification.'), { wire: 'verification_type' }),
  subtype: shown(wordOrNull(valuesOf(subtypes), 'Subtype of the verification.'), {
    wire: 'verification_subtype',
    since: '2.1',
  }),
  tier: shown(wordOrNull(valuesOf(tiers), 'Tier of the verification.'), { wire: 'verification_tier' }),
  isScan: shown(Type.Boolean({ description: 'Defines if this verification is a scan.' }), { since: '2.1' }),
  latestResponse: shown(anyObject('Latest response payload of the provider, without personal data.')),
  metadata: shown(anyObject('User metadata (passed as URL params).'), { wire: 'verification_metadata' }),
  updatedAt: moment('Date and time the verification record was last updated.'),
  createdAt: moment('Date and time the verification record was created.'),
  agreementLinkId: publicIdOrNull('agreement_link', 'Agreement link id; null when it was ordered without a link.'),
  organizationId: publicId('organization', 'Organization id.', {
    example: 'ORG-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b',
    since: '2.1',
  }),
  subStatus: shown(
    wordOrNull(valuesOf(subStatuses), 'Sub status of the verification, for us_criminal_record_check only.'),
    { since: '2.2' },
  ),
  lastStatusAt: moment('Date and time the last status update was received.', { since: '2.2' }),
  submittedAt: momentOrNull('Date and time the verification was submitted to the provider.', { since: '2.2' }),
  details: shownAs(
    anyObject('Verification details object: what it waits for, and why it ended as it did.'),
    (details: Verification['details']) => ({ ...Object(showPublicIds(details)) }),
    { wire: 'verification_details', since: '2.2' },
  ),
} satisfies Members<Verification>

type Deleted = { id: Id; deletedAt: Date }

const deletedMembers = {
  id: publicId('verification', 'Id of the deleted verification.', { wire: 'verification_id' }),
  deletedAt: moment('When the verification was deleted.', { wire: 'event_datetime' }),
} satisfies Members<Deleted>

export const verificationResources = {
  verification: object(replyMembers(verificationMembers), 'An executed verification check.'),
  verification_deleted: object(
    replyMembers(deletedMembers),
    'A deleted verification: its id, and when it was deleted.',
  ),
}

/** A verification in the newest shape. */
export const presentVerification = presenter<Verification>(verificationMembers)

/** The record of a deleted verification. */
export const presentDeletion = presenter<Deleted>(deletedMembers)
