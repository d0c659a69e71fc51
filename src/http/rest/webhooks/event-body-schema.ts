import { type TProperties, Type } from 'typebox'
import { type EventType, eventTypes } from '../../../core/events.ts'
import { replyMembers } from '../member-table.ts'
import { object, text, word } from '../members.ts'
import { type ObjectSchema, schemaIn, type Version } from '../versions/index.ts'
import { healthData, submissionData, verificationData } from './event-data.ts'

const mark = {
  test: Type.Optional(Type.Boolean({ description: 'True for a made-up event that tests a receiver.' })),
}
const trail = object(
  {
    length: Type.Integer({ description: 'How many rows the trail of the submission has.' }),
    head: text(
      'The hash of its last row, in hex. Store both: nobody can change the trail later without changing them.',
    ),
  },
  'The end of the trail of the submission. Test events do not have it.',
)

const ofVerification: TProperties = { ...replyMembers(verificationData), ...mark }
const ofSubmission: TProperties = { ...replyMembers(submissionData), ...mark }
const ofCompletion: TProperties = { ...ofSubmission, trail: Type.Optional(trail) }
const ofHealth: TProperties = { ...replyMembers(healthData), ...mark }

const verification = object(ofVerification, 'The verification at the time of the event.')
const submission = object(ofSubmission, 'The submission that the event is about.')
const completed = object(ofCompletion, 'The submission that was completed.')
const health = object(ofHealth, 'The webhook at the time of the event.')

const dataOf: Record<EventType, { resource: string; schema: ObjectSchema }> = {
  verification: { resource: 'verification', schema: verification },
  'agreement.viewed': { resource: 'submission', schema: submission },
  'agreement.signed': { resource: 'submission', schema: submission },
  'agreement.completed': { resource: 'submission', schema: completed },
  'agreement.declined': { resource: 'submission', schema: submission },
  'agreement.voided': { resource: 'submission', schema: submission },
  'agreement.expired': { resource: 'submission', schema: submission },
  'webhook.failing': { resource: 'webhook_health', schema: health },
  'webhook.disabled': { resource: 'webhook_health', schema: health },
}

/** The schema of the body that `renderEvent` writes for an event type in a version. */
export function eventBodySchema(type: EventType, version: Version): ObjectSchema {
  const { resource, schema } = dataOf[type]
  return object(
    {
      id: text('Id of the event; the header webhook-id carries it.', 'evt_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'),
      type: word([type], 'Type of the event.'),
      timestamp: Type.String({ format: 'date-time', description: 'When the event happened, in UTC.' }),
      api_version: word([version], 'Version of the API that the body is in: the one that the webhook is pinned to.'),
      data: Type.Unsafe({ ...schemaIn(version, resource, schema) }),
    },
    `The body of a delivery of the event \`${type}\`.`,
  )
}

/** The event types with a body, in the order of the documents. */
export const describedEvents: readonly EventType[] = eventTypes
