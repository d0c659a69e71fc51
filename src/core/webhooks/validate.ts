import { checkApiVersion } from '../api-versions.ts'
import { checkEmail } from '../email.ts'
import { type Fault, fault } from '../errors.ts'
import { type EventType, eventTypes, guideEventTypes } from '../events.ts'
import { type ConnectionChanges, findConnectionFaults } from './connection.ts'
import type { WebhookFilters } from './filters.ts'
import { findPlainFaults, type PlainMembers } from './plain-members.ts'

/** Judges a destination at save time; returns what is wrong with it, or null. The outbound adapter implements it. */
export type UrlGuard = (url: string) => Promise<Fault | null>

export type WebhookInput = Partial<PlainMembers> & {
  destinationUrl?: string
  /** Those of the guide, unless said. */
  eventTypes?: readonly string[]
  notificationEmails?: readonly string[] | null
  serviceStatus?: boolean
  /** Adds `v1a` signatures (Ed25519) beside `v1`. */
  asymmetric?: boolean
  /** Headers, client certificate and OAuth credentials; null removes them all. */
  connection?: ConnectionChanges | null
  /** What it is narrowed to; null for everything of its types. */
  filters?: WebhookFilters | null
  /** What becomes of the signing secret in a change: kept, unless said. */
  signingSecret?: 'keep' | 'rotate'
}

/** `apiVersion` is the version that bodies are written in, for good. */
export type NewWebhook = WebhookInput & { destinationUrl: string; apiVersion?: string }

const maxUrlLength = 2048
const maxEmails = 10

/** Every fault of the members that are given. */
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

/** The given event types without repetitions, in the documented order; the guide's own unless any is named. */
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
