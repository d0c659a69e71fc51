import type { Id } from '../ids.ts'
import type { VerificationSubtype, VerificationTier, VerificationType } from './catalogue.ts'
import type { Person } from './person.ts'

/** What is asked of a provider. `key` is the same each time the same order is sent, so that it can be made idempotent. */
export type ProviderOrder = {
  key: Id
  type: VerificationType
  tier: VerificationTier | null
  subtype: VerificationSubtype | null
  person: Person
}

/** One search inside a check, without anything personal. */
export type Screening = {
  type: string
  status: string
  result: string | null
  cancellationReason: string | null
}

/** How far a check, or one scan inside it, has come. `consider` is not a decision: it asks for a person's review. */
export type Progress = {
  phase: 'started' | 'in_progress' | 'completed' | 'cancelled'
  outcome: 'verified' | 'rejected' | 'consider' | 'unable_to_complete' | 'not_applicable' | null
  /** Which records are being searched now (criminal record checks only). */
  level: 'national' | 'county' | null
}

/** All that a provider knows of an order at one moment. */
export type Report = Progress & {
  /** Counts the orders that were needed (a recollected specimen is a new attempt), from 1. */
  attempt: number
  /** Rises with every change within an attempt; two reports with the same attempt and revision say the same. */
  revision: number
  /** The provider's own word for its state. */
  providerStatus: string
  submittedAt: Date | null
  waitingOn: 'subject' | 'client' | 'provider' | null
  eta: Date | null
  reasonCodes: string[]
  screenings: Screening[]
  /** Progress of scans that are not simply where the whole check is. */
  scans: Partial<Record<VerificationSubtype, Progress>>
  /** What the provider sent, as it came; it is redacted before anybody sees it. */
  payload: Record<string, unknown>
  /** When to look again; null when the provider will say so itself. */
  checkAgainAt: Date | null
}

/**
 * The members of a provider's payload that name nobody, wherever they stand: values that say how a check went, and what
 * holds others, which is walked and never copied. Everything else is kept from those who read a check.
 */
export type HarmlessMembers = { isValue(name: string): boolean; isNested(name: string): boolean }

/**
 * A provider's answer to an order. `refused`: it will not perform this order, and trying again is no use; `code` is a
 * word for the reason codes, without anything personal.
 */
export type OrderAnswer = { isAccepted: true; reference: string; report: Report } | { isAccepted: false; code: string }

/**
 * Who performs verifications. Every call gets the present moment, so that a provider can be played in a test.
 * What a call throws is taken for a failure that may pass: the call is made again later.
 */
export type Provider = {
  name: string
  /** It only plays checks: nobody is really checked, and all that it says is marked so. */
  isSimulated: boolean
  /** The types that it performs. */
  types: readonly VerificationType[]
  harmless: HarmlessMembers
  /** Places an order. The same key places it once. */
  order(order: ProviderOrder, now: Date): Promise<OrderAnswer>
  /** The present state of an order. */
  fetch(reference: string, now: Date): Promise<Report>
  /** Asks the provider to stop. Doing so twice is no error. */
  cancel(reference: string, now: Date): Promise<void>
  /** Asks the provider to erase the personal data of an order. Doing so twice is no error. */
  redact(reference: string, now: Date): Promise<void>
}

/** The providers of this server by name; the first that performs a type is the one that gets it, unless one is named. */
export type Providers = Readonly<Record<string, Provider>>
