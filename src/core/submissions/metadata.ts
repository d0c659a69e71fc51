import { type Fault, refuseFaults } from '../errors.ts'
import { checkText } from '../text.ts'

const maxParameters = 50
const maxNameLength = 100
const maxValueLength = 1_000
// Such a value in an address has leaked already (logs, history); it is not kept as well.
const secretNames = /ssn|social_?security|password/i

/**
 * The query of an opened link as metadata (Harbour guide, "how metadata filtering works"). Names that sound like
 * secrets are left out. Throws `validation_failed`.
 */
export function toMetadata(parameters: [name: string, value: string][]): Record<string, string> {
  refuseFaults(findMetadataFaults(parameters))
  return Object.fromEntries(withoutSecrets(parameters))
}

function withoutSecrets(parameters: [name: string, value: string][]) {
  return parameters.filter(([name]) => !secretNames.test(name))
}

/** What of the parameters of a link cannot be kept as metadata. */
export function findMetadataFaults(parameters: [name: string, value: string][]): Fault[] {
  const kept = withoutSecrets(parameters)
  const faults = kept.flatMap(([name, value]) => [
    ...checkText(['metadata', 'name'], name, { maxLength: maxNameLength, minLength: 1 }),
    ...checkText(['metadata', name], value, { maxLength: maxValueLength }),
  ])
  if (kept.length > maxParameters) {
    faults.push({
      path: ['metadata'],
      rule: 'max_items',
      message: `A link takes at most ${maxParameters} parameters.`,
      value: kept.length,
    })
  }
  return faults
}
