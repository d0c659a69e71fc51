import { checkApiVersion } from '../api-versions.ts'
import { checkEmail } from '../email.ts'
import { type Fault, fault } from '../errors.ts'
import { type EventType, eventTypes, guideEventTypes } from '../events.ts'
import { type ConnectionChanges, findConnectionFaults } from './connection.ts'
import type { WebhookFilters } from './filters.ts'
import { findPlainFaults, type PlainMembers } from './plain-members.ts'

/** Judges a destination when it is saved. Returns its fault or null. The outbound adapter implements it. */
export type UrlGuard = (url: string) => Promise<Fault | null>

export type WebhookInput = Partial<PlainMembers> & {
  destinationUrl?: string
  /** The event types of the guide by default. */
  eventTypes?: readonly string[]
  notificationEmails?: readonly string[] | null
  serviceStatus?: boolean
  /** Adds `v1a` signatures (Ed25519) to `v1`. */
  asymmetric?: boolean
  /** Headers, client certificate and OAuth credentials. Null removes them all. */
  connection?: ConnectionChanges | null
  /** The filters. Null means all events of the types. */
  filters?: WebhookFilters | null
  /** What a change does with the signing secret. It is kept by default. */
  signingSecret?: 'keep' | 'rotate'
}

/** `apiVersion` is the version of all bodies. It cannot change later. */
export type NewWebhook = WebhookInput & { destinationUrl: string; apiVersion?: string }

const maxUrlLength = 2048
const maxEmails = 10

export async function findWebhookFaults(input: Partial<NewWebhook>, guard: UrlGuard): Promise<Fault[]> {
  return [
    ...(await checkUrl(input.destinationUrl, guard)),
    ...checkEventTypes(input.eventTypes),
    ...checkEmails(input.notificationEmails),
    ...checkApiVersion(input.apiVersion),
    ...findPlainFaults(input),
    ...(await findConnectionFaults(input.connection, guard)),
  ]
}

/** The given event types without repetitions, in the documented order. The types of the guide by default. */
export function normalizeEventTypes(given: readonly string[] | undefined): EventType[] {
  return given ? eventTypes.filter((type) => given.includes(type)) : [...guideEventTypes]
}

async function checkUrl(url: string | undefined, guard: UrlGuard): Promise<Fault[]> {
  if (url === undefined) return []
  const path = ['destinationUrl']
  if (url.length > maxUrlLength) {
    return [fault(path, 'max_length', { most: maxUrlLength, length: url.length })]
  }
  const objection = await guard(url)
  return objection ? [{ ...objection, path, params: { ...objection.params, value: url } }] : []
}

function checkEventTypes(types: readonly string[] | undefined): Fault[] {
  if (types === undefined) return []
  if (types.length === 0) {
    return [fault(['eventTypes'], 'not_empty', { allowed: eventTypes })]
  }
  return types.flatMap((type, index) =>
    eventTypes.some((known) => known === type)
      ? []
      : [fault(['eventTypes', String(index)], 'enum', { allowed: eventTypes, value: type })],
  )
}

function checkEmails(emails: readonly string[] | null | undefined): Fault[] {
  if (!emails) return []
  const path = ['notificationEmails']
  if (emails.length > maxEmails) {
    return [fault(path, 'max_items', { most: maxEmails })]
  }
  return emails.flatMap((email, index) => checkEmail([...path, String(index)], email))
}
