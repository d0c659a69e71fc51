import { type Fault, fault, refuseFaults } from '../errors.ts'
import { checkText } from '../text.ts'
import { isVisible } from '../visible-text.ts'
import { namesSecret } from './secret-names.ts'
import { isTracking } from './tracking-parameters.ts'

/** The pairs by which an organization finds a submission again. A name that came several times has all its values. */
export type Metadata = Record<string, string | string[]>

export type Parameter = [name: string, value: string]

/** A parameter that is not stored. Its name reveals a secret, or it only tracks people. */
export type LeftOut = { name: string; reason: 'secret' | 'tracking' }

export type ReadParameters = { metadata: Metadata; leftOut: LeftOut[] }

const maxParameters = 50
const maxNameLength = 100
const maxValueLength = 1_000

/**
 * Reads the query of an opened link as metadata (Harbour guide, "how metadata filtering works"). Lists secrets and
 * tracking parameters in `leftOut`, and ignores parameters without a visible name.
 * Throws `validation_failed`.
 */
export function readParameters(parameters: readonly Parameter[], tracking: readonly string[] | null): ReadParameters {
  const named = parameters.filter(([name]) => isVisible(name))
  const leftOut = new Map(named.flatMap(([name]) => withReason(name, tracking)))
  const kept = named.filter(([name]) => !leftOut.has(name))
  refuseFaults(findParameterFaults(kept))
  return { metadata: gather(kept), leftOut: [...leftOut].map(([name, reason]) => ({ name, reason })) }
}

/**
 * Reads metadata that an organization gives. Lists secrets in `leftOut` and keeps everything else unchanged.
 * Throws `validation_failed`.
 */
export function readMetadata(given: Metadata): ReadParameters {
  const secrets = Object.keys(given).filter(namesSecret)
  const metadata = Object.fromEntries(Object.entries(given).filter(([name]) => !secrets.includes(name)))
  refuseFaults(findMetadataFaults(metadata))
  return { metadata, leftOut: secrets.map((name) => ({ name, reason: 'secret' })) }
}

export function findMetadataFaults(given: Metadata): Fault[] {
  const kept = Object.entries(given).filter(([name]) => !namesSecret(name))
  return findParameterFaults(kept.flatMap(([name, values]) => [values].flat().map((value): Parameter => [name, value])))
}

export function toParameters(metadata: Record<string, unknown>): Parameter[] {
  return Object.entries(metadata).flatMap(([name, values]) =>
    [values].flat().map((value): Parameter => [name, String(value)]),
  )
}

function withReason(name: string, tracking: readonly string[] | null): [string, LeftOut['reason']][] {
  if (namesSecret(name)) return [[name, 'secret']]
  return isTracking(name, tracking) ? [[name, 'tracking']] : []
}

function gather(parameters: readonly Parameter[]): Metadata {
  const byName = Map.groupBy(parameters, ([name]) => name)
  return Object.fromEntries(
    [...byName].map(([name, found]) => {
      const [first = '', ...others] = found.map(([, value]) => value)
      return [name, others.length > 0 ? [first, ...others] : first]
    }),
  )
}

function findParameterFaults(parameters: readonly Parameter[]): Fault[] {
  const faults = parameters.flatMap(([name, value]) => [
    ...checkText(['metadata', 'name'], name, { maxLength: maxNameLength, minLength: 1 }),
    ...checkText(['metadata', name], value, { maxLength: maxValueLength }),
  ])
  if (parameters.length > maxParameters) {
    faults.push(fault(['metadata'], 'max_items', { most: maxParameters, value: parameters.length }))
  }
  return faults
}
