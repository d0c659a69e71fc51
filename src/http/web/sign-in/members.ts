import { DomainError, type Fault, fault, invalid, say } from '../../../core/errors.ts'
import { checkText } from '../../../core/text.ts'

const longest = 1_000

/** The required members of a JSON body, as text. Throws `validation_failed` with all faults. */
export function readMembers<Name extends string>(body: unknown, names: readonly Name[]): Record<Name, string> {
  if (typeof body !== 'object' || body === null) {
    throw new DomainError('invalid', 'malformed_body', say('json_object'))
  }
  const faults: Fault[] = []
  const entries = names.map((name) => {
    const value: unknown = Object.getOwnPropertyDescriptor(body, name)?.value
    const text = typeof value === 'string' ? value : ''
    faults.push(...findTextFaults(name, text))
    return [name, text]
  })
  if (faults.length > 0) throw invalid(faults)
  return Object.fromEntries(entries)
}

// A password is only hashed, so it may be any text. The other members reach the database.
function findTextFaults(name: string, text: string): Fault[] {
  if (text === '') return [fault([name], 'required')]
  if (text.length > longest) return [fault([name], 'max_length', { most: longest, length: text.length })]
  return /password/i.test(name) ? [] : checkText([name], text, { maxLength: longest })
}

/** The token in the query of an address; empty without one. */
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
