import { Type } from 'typebox'
import { type EventType, eventTypes } from '../../../core/events.ts'
import { anyObject, object, text, textOrNull, timeOrNull, word, wordOrNull } from '../members.ts'
import { verificationResources } from '../verifications/schema.ts'
import { type ObjectSchema, schemaIn, type Version } from '../versions/index.ts'

const { verification } = verificationResources

const verificationData = object(
  {
    ...pick(verification.properties, [
      'verification_id',
      'result',
      'status',
      'verification_type',
      'verification_subtype',
      'verification_tier',
      'is_scan',
      'sub_status',
      'agreement_link_id',
    ]),
    submission_id: textOrNull('Id of the submission that asked for it; null when it was ordered without one.'),
    verification_metadata: verification.properties.verification_metadata,
    test: testMark(),
  },
  'The verification as it was when the event happened.',
)

const submissionData = object(
  {
    submission_id: textOrNull('Id of the submission.'),
    agreement_id: textOrNull('Id of the agreement.'),
    agreement_link_id: textOrNull('Id of the agreement link.'),
    signer_id: Type.Optional(text('Id of the signer, where one acted.')),
    submission_metadata: anyObject('Metadata of the submission (passed as URL params).'),
    test: testMark(),
  },
  'The submission that the event is about.',
)

const completedData = object(
  {
    ...submissionData.properties,
    trail: Type.Optional(
      object(
        {
          length: Type.Integer({ description: 'How many rows the trail of the submission has.' }),
          head: text('The hash of its last row, in hex. Keep both: who changes the trail later cannot keep them.'),
        },
        'What the trail must still say; left out in test events.',
      ),
    ),
  },
  'The submission that was completed.',
)

const healthData = object(
  {
    webhook_id: textOrNull('Id of the webhook that it is about; never the one that this goes to.'),
    service_status: Type.Boolean({ description: 'Whether it is on.' }),
    failing_since: timeOrNull('Since when nothing but failures came of it.'),
    consecutive_failures: Type.Integer({ description: 'Failures in a row.' }),
    disabled_at: timeOrNull('When it was switched off.'),
    disabled_reason: wordOrNull(['user', 'gone', 'failing'] as const, 'Why it was switched off.'),
    test: testMark(),
  },
  'How the webhook was when the event happened.',
)

const dataOf: Record<EventType, { resource: string; schema: ObjectSchema }> = {
  verification: { resource: 'verification', schema: verificationData },
  'agreement.viewed': { resource: 'submission', schema: submissionData },
  'agreement.signed': { resource: 'submission', schema: submissionData },
  'agreement.completed': { resource: 'submission', schema: completedData },
  'agreement.declined': { resource: 'submission', schema: submissionData },
  'agreement.voided': { resource: 'submission', schema: submissionData },
  'agreement.expired': { resource: 'submission', schema: submissionData },
  'webhook.failing': { resource: 'webhook_health', schema: healthData },
  'webhook.disabled': { resource: 'webhook_health', schema: healthData },
}

/** The body of the deliveries of an event type, in the words of a version: what `renderEvent` writes. */
export function eventBodySchema(type: EventType, version: Version): ObjectSchema {
  const { resource, schema } = dataOf[type]
  return object(
    {
      id: text('Id of the event; the header webhook-id carries it.', 'evt_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'),
      type: word([type], 'Type of the event.'),
      timestamp: Type.String({ format: 'date-time', description: 'When it happened, in UTC.' }),
      api_version: word([version], 'Version of the API that the body is in: the one that the webhook is pinned to.'),
      data: Type.Unsafe({ ...schemaIn(version, resource, schema) }),
    },
    `The body of a delivery of the event \`${type}\`.`,
  )
}

/** Every event type that has a body, in the order in which the documents list them. */
export const describedEvents: readonly EventType[] = eventTypes

function testMark() {
  return Type.Optional(Type.Boolean({ description: 'True in an event that was made up to try a receiver.' }))
}

function pick<T extends object, K extends keyof T>(members: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, members[name]])) as Pick<T, K>
}
