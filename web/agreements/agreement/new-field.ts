import { agreement } from '../../texts/en/agreement.ts'
import type { Draft, Field } from './draft.ts'

/** Every field type of the API, in the order of the choice, which is the order of their names. */
export const fieldTypes = Object.keys(agreement.fields.types) as (keyof typeof agreement.fields.types)[]

/** The types of fields that the record fills in when the person acts. */
export const automaticTypes: readonly string[] = ['name', 'email', 'signing_date']

/** The types of fields that the sender cannot fill in. */
export const notBySender: readonly string[] = ['signature', 'initials', 'file', ...automaticTypes]

/** Adds a field with a free key. `key` is the key in the text, if there is one. */
export function newField(fields: readonly Field[], role: string, key?: string): Field {
  const taken = new Set(fields.map((field) => field.key))
  const free = Array.from({ length: fields.length + 1 }, (_, index) => `field_${index + 1}`).find(
    (one) => !taken.has(one),
  )
  const word = key ?? free ?? 'field'
  const label = word.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase())
  // A name without a role could belong to any role, so the person types it.
  const known = fieldTypes.find(
    (type) => word === `${type}_${role}` || (word === type && !automaticTypes.includes(type)),
  )
  const field = { key: word, type: known ?? 'text', role, label, required: true }
  return changeType(field, field.type)
}

/** The role that a key names at its end, as in `signature_driver`, or undefined. */
export function roleNamedIn(word: string, { signerRoles }: Draft): string | undefined {
  return signerRoles.find(({ key }) => word.endsWith(`_${key}`))?.key
}

/** Whether the text names a field, by its key or by a key and its role. */
export function isNamed(source: string, { key, role }: Field): boolean {
  const start = key.endsWith(`_${role}`) ? key.slice(0, -role.length - 1) : null
  const words = start === null ? key : `(?:${key}|${start}\\s*:\\s*${role})`
  return new RegExp(`\\{\\{\\s*${words}\\s*\\}\\}`).test(source)
}

/** The same field with another type, in its place, without the options of the old type. */
export function changeType({ key, role, label, required, ...rest }: Field, type: string): Field {
  const found = fieldTypes.find((one) => one === type) ?? 'text'
  const { page, x, y, width, height } = rest
  const place = Object.entries({ page, x, y, width, height }).filter(([, value]) => value !== undefined)
  const choices = found === 'choice' ? { choices: ['A', 'B'] } : {}
  return {
    ...{ key, role, label, required: required || found === 'signature', type: found },
    ...choices,
    ...Object.fromEntries(place),
  }
}
