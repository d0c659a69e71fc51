import { DomainError, type Fault, fault, invalid } from '../../../core/errors.ts'

const longest = 1_000

/** The members of a JSON body that must be there, as text. Throws `validation_failed` with all faults. */
export function readMembers<Name extends string>(body: unknown, names: readonly Name[]): Record<Name, string> {
  if (typeof body !== 'object' || body === null) {
    throw new DomainError('invalid', 'malformed_body', 'Send a JSON object with Content-Type: application/json.')
  }
  const faults: Fault[] = []
  const entries = names.map((name) => {
    const value: unknown = Object.getOwnPropertyDescriptor(body, name)?.value
    if (typeof value === 'string' && value !== '' && value.length <= longest) return [name, value]
    faults.push(
      typeof value === 'string' && value !== ''
        ? fault([name], 'max_length', { most: longest, length: value.length })
        : fault([name], 'required'),
    )
    return [name, '']
  })
  if (faults.length > 0) throw invalid(faults)
  return Object.fromEntries(entries)
}

/** The token that an address carries; empty when there is none. */
export function readToken(query: unknown): string {
  const value: unknown = Object.getOwnPropertyDescriptor(Object(query), 'token')?.value
  return typeof value === 'string' && value.length <= longest ? value : ''
}

/** The member of a JSON body that must be an object. Throws `validation_failed`. */
export function readObject(body: unknown, name: string): object {
  const value: unknown = Object.getOwnPropertyDescriptor(Object(body), name)?.value
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw invalid([fault([name], 'required')])
}
