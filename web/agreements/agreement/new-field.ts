import type { Field } from './draft.ts'

export const fieldTypes = ['text', 'date', 'checkbox', 'signature', 'initials', 'number', 'choice'] as const

/** A field more, under a word that is free. `key` is the word that the text has already, if it has one. */
export function newField(fields: readonly Field[], role: string, key?: string): Field {
  const taken = new Set(fields.map((field) => field.key))
  const free = Array.from({ length: fields.length + 1 }, (_, index) => `field_${index + 1}`).find(
    (one) => !taken.has(one),
  )
  const word = key ?? free ?? 'field'
  const label = word.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase())
  const known = fieldTypes.find((type) => type === word)
  const field = { key: word, type: known ?? 'text', role, label, required: true }
  return changeType(field, field.type)
}

/** The same field with another type; what only the old type takes is gone. */
export function changeType({ key, role, label, required }: Field, type: string): Field {
  const found = fieldTypes.find((one) => one === type) ?? 'text'
  const choices = found === 'choice' ? { choices: ['A', 'B'] } : {}
  return { key, role, label, required: required || found === 'signature', type: found, ...choices }
}
