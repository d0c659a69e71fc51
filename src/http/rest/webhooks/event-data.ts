import { type TSchema, Type } from 'typebox'
import { formatId, type IdKind } from '../../../core/ids.ts'
import { type Member, type Members, presenter, shown, shownAs } from '../member-table.ts'
import { anyObject, text, textOrNull, timeOrNull, wordOrNull } from '../members.ts'
import { verificationMembers } from '../verifications/verification.ts'
import type { Wire } from '../versions/index.ts'

// Kept events are JSON: they have keys instead of public ids, and texts instead of moments. Old events may lack a
// member.

const storedId = (kind: IdKind, about: string, wire?: string) =>
  shownAs(textOrNull(about), (id: unknown) => readId(kind, id), wire === undefined ? {} : { wire })

const storedTime = (about: string) =>
  shownAs(timeOrNull(about), (at: unknown) => (typeof at === 'string' ? Date.parse(at) : null))

const stored = (schema: TSchema, otherwise: unknown = null) => shownAs(schema, (value: unknown) => value ?? otherwise)

// The same member of a verification, in the form of kept events.
const storedAs = ({ wire, shown = Type.Null() }: Member, otherwise: unknown = null) =>
  shownAs(shown, (value: unknown) => value ?? otherwise, wire === undefined ? {} : { wire })

const { result, status, type, subtype, tier, isScan, subStatus, metadata, id, agreementLinkId } = verificationMembers

/** The data of events about verifications. */
export const verificationData = {
  verificationId: shownAs(id.shown ?? Type.Null(), (key: unknown) => readId('verification', key)),
  result: storedAs(result),
  status: storedAs(status),
  type: storedAs(type),
  subtype: storedAs(subtype),
  tier: storedAs(tier),
  isScan: storedAs(isScan, false),
  subStatus: storedAs(subStatus),
  agreementLinkId: shownAs(agreementLinkId.shown ?? Type.Null(), (key: unknown) => readId('agreement_link', key)),
  submissionId: storedId('submission', 'Id of the submission that asked for it; null when it was ordered without one.'),
  metadata: storedAs(metadata, {}),
} satisfies Members<Wire>

/** The data of events about submissions. */
export const submissionData = {
  submissionId: storedId('submission', 'Id of the submission.'),
  agreementId: storedId('agreement', 'Id of the agreement.'),
  agreementLinkId: storedId('agreement_link', 'Id of the agreement link.'),
  // JSON has no undefined members.
  signerId: shownAs(
    Type.Optional(text('Id of the signer who acted, if a signer acted.')),
    (key: unknown) => readId('signer', key) ?? undefined,
  ),
  metadata: shownAs(
    anyObject('Metadata of the submission (passed as URL params).'),
    (metadata: unknown) => metadata ?? {},
    { wire: 'submission_metadata' },
  ),
} satisfies Members<Wire>

/** The data of events about the health of webhooks. */
export const healthData = {
  webhookId: storedId('webhook', 'Id of the webhook that it is about; never the one that this goes to.'),
  serviceStatus: shown(Type.Unsafe<unknown>({ type: 'boolean', description: 'Whether it is on.' })),
  failingSince: storedTime('Since when every delivery fails.'),
  consecutiveFailures: shown(Type.Unsafe<unknown>({ type: 'integer', description: 'Failures in a row.' })),
  disabledAt: storedTime('When the webhook was switched off.'),
  disabledReason: stored(wordOrNull(['user', 'gone', 'failing'], 'Why it was switched off.')),
} satisfies Members<Wire>

export const presentVerificationData = presenter<Wire>(verificationData)
export const presentSubmissionData = presenter<Wire>(submissionData)
export const presentHealthData = presenter<Wire>(healthData)

function readId(kind: IdKind, id: unknown): string | null {
  return typeof id === 'string' ? formatId(kind, id) : null
}
