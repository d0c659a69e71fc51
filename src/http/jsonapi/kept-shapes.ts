import { Type } from 'typebox'
import { mapOfJson } from '../maps.ts'

const text = (description: string) => Type.Optional(Type.String({ description }))
const textOrNull = (description: string) => Type.Optional(Type.Union([Type.String(), Type.Null()], { description }))

// A value about a person who may be erased since.
const personal = (description: string) =>
  Type.Optional(
    Type.Union([Type.String(), Type.Null(), Type.Object({ commitment: Type.String() })], {
      description: `${description} {commitment} after an erasure.`,
    }),
  )

/** The actor of a change, as the trail keeps it. */
export const keptActor = Type.Object({
  kind: Type.Enum(['system', 'api_key', 'user', 'visitor', 'signer'], { description: 'What they are.' }),
  id: text('The id of the key, the person or the signer.'),
  requestId: textOrNull('The request by which it was done.'),
  ipAddress: personal('The address of the request.'),
  userAgent: personal('The browser of the request.'),
})

/** The ids and states that make the bodies of events. The kind of the event decides which of them it has. */
export const eventData = Type.Object({
  submissionId: textOrNull('The submission.'),
  agreementId: text('The agreement.'),
  agreementLinkId: textOrNull('The link.'),
  signerId: text('The signer.'),
  verificationId: text('The verification.'),
  type: text('The kind of the verification.'),
  subtype: textOrNull('Its one scan.'),
  tier: textOrNull('Its tier.'),
  isScan: Type.Optional(Type.Boolean({ description: 'Whether the verification is a part of another one.' })),
  status: text('The earlier status.'),
  result: textOrNull('The earlier result.'),
  subStatus: textOrNull('The stage of a criminal record check.'),
  simulated: Type.Optional(Type.Boolean({ description: 'Whether the verification is simulated.' })),
  metadata: Type.Optional(mapOfJson({ description: 'The metadata of the opened link.' })),
  trail: Type.Optional(
    Type.Object(
      { length: Type.Integer(), head: Type.String() },
      { description: 'The end of the trail: links and hash.' },
    ),
  ),
  webhookId: text('The webhook that is failing.'),
  serviceStatus: Type.Optional(Type.Boolean({ description: 'Whether it is switched on.' })),
  failingSince: textOrNull('Since when it fails.'),
  consecutiveFailures: Type.Optional(Type.Integer({ description: 'How many attempts failed in a row.' })),
  disabledAt: textOrNull('When the webhook was switched off.'),
  disabledReason: textOrNull('Why it was switched off.'),
})

const screening = Type.Object({
  type: Type.String(),
  status: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  result: textOrNull('The result.'),
  cancellation_reason: textOrNull('Why it was cancelled.'),
})

/** The details of a waiting verification, and the reason of its end. */
export const verificationDetails = Type.Object({
  provider: text('The provider of the verification.'),
  provider_ref: text('The reference of the provider.'),
  provider_status: textOrNull('The status in the words of the provider.'),
  attempt: Type.Optional(Type.Integer({ description: 'The number of the order at the provider, from 1.' })),
  revision: Type.Optional(Type.Integer({ description: 'How often the provider has corrected its report.' })),
  outcome: textOrNull('How it ended.'),
  waiting_on: textOrNull('Who must act next: subject, client or provider.'),
  eta: textOrNull('When the provider expects to be done.'),
  reason_codes: Type.Optional(Type.Array(Type.String(), { description: 'The reasons for the result, as codes.' })),
  reason: text('The reason of the cancellation.'),
  screenings: Type.Optional(Type.Array(screening, { description: 'The parts that the provider reports.' })),
  review: Type.Optional(
    Type.Object(
      {
        state: Type.String({ description: 'needed or decided.' }),
        by: Type.Optional(keptActor),
        at: text('When it was decided.'),
        reason: text('Why it was decided so.'),
      },
      { description: 'Whether a person decides.' },
    ),
  ),
  simulated: Type.Optional(Type.Boolean({ description: 'Whether the verification is simulated.' })),
})
