import type { Id } from '../ids.ts'
import type { VerificationSubtype, VerificationTier, VerificationType } from './catalogue.ts'
import type { Person } from './person.ts'

/**
 * An order as a provider gets it. `key` is equal when the same order is sent again, so that the provider can ignore the
 * repetition.
 */
type ProviderOrder = {
  key: Id
  type: VerificationType
  tier: VerificationTier | null
  subtype: VerificationSubtype | null
  person: Person
}

/** One search inside a verification, without personal data. */
type Screening = {
  type: string
  status: string
  result: string | null
  cancellationReason: string | null
}

/** The progress of a verification or of a scan. `consider` is not a decision: it asks for a person's review. */
export type Progress = {
  phase: 'started' | 'in_progress' | 'completed' | 'cancelled'
  outcome: 'verified' | 'rejected' | 'consider' | 'unable_to_complete' | 'not_applicable' | null
  /** The records that are being searched now. Only criminal record checks have it. */
  level: 'national' | 'county' | null
}

/** What a provider knows of an order at one time. */
export type Report = Progress & {
  /** Counts the orders that were needed, from 1. A new specimen is a new attempt. */
  attempt: number
  /** Rises with every change within an attempt. Reports with equal attempt and revision say the same. */
  revision: number
  /** The provider's own word for its state. */
  providerStatus: string
  submittedAt: Date | null
  waitingOn: 'subject' | 'client' | 'provider' | null
  eta: Date | null
  reasonCodes: string[]
  screenings: Screening[]
  /** The progress of those scans that differ from the whole verification. */
  scans: Partial<Record<VerificationSubtype, Progress>>
  /** The provider's original answer. It is redacted before anybody sees it. */
  payload: Record<string, unknown>
  /** When to fetch the next report; null when the provider will send a callback. */
  checkAgainAt: Date | null
}

/**
 * The harmless members of a provider's payload. `isValue` names plain values without personal data. `isNested` names
 * members whose content is redacted in turn. All other members are dropped.
 */
export type HarmlessMembers = { isValue(name: string): boolean; isNested(name: string): boolean }

/**
 * A provider's answer to an order. When it is not accepted, the order must not be repeated, and `code` becomes a reason
 * code. `code` has no personal data.
 */
export type OrderAnswer = { isAccepted: true; reference: string; report: Report } | { isAccepted: false; code: string }

/**
 * A provider of verifications. Every call gets the present time, so that a test can replay a provider. A call that
 * throws is repeated later.
 */
export type Provider = {
  name: string
  /** A simulator verifies nobody. Everything that it reports is marked as simulated. */
  isSimulated: boolean
  /** The types that it performs. */
  types: readonly VerificationType[]
  harmless: HarmlessMembers
  /** Places an order. The same key places it once. */
  order(order: ProviderOrder, now: Date): Promise<OrderAnswer>
  /** The present report of an order. */
  fetch(reference: string, now: Date): Promise<Report>
  /** Asks the provider to stop. A second call is no error. */
  cancel(reference: string, now: Date): Promise<void>
  /** Asks the provider to erase the personal data of an order. A second call is no error. */
  redact(reference: string, now: Date): Promise<void>
}

/** The providers of this server by name. An order goes to the first that performs its type, unless it names one. */
export type Providers = Readonly<Record<string, Provider>>
