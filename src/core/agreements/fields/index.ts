import type { StoredField } from '../../../db/index.ts'
import { type Fault, fault } from '../../errors.ts'
import { checkText } from '../../text.ts'
import { findUnprintable } from '../../typed-text.ts'
import type { FinishedField } from '../document/index.ts'
import type { Automatic } from './automatic.ts'
import type { Finishing, OptionName } from './field.ts'
import { type Field, type FieldType, fieldKinds, fieldTypes } from './kinds.ts'
import { fieldOptions } from './options.ts'
import { listShown } from './shown.ts'

export { findConditionFaults } from './conditions.ts'
export { dayBounds } from './date.ts'
export { type FileWord, fileTypes, longestFileName, mostFileFields, usualFileTypes, usualMegabytes } from './file.ts'
export { type GivenValues, type Proposed, proposeValues, readGiven } from './given.ts'
export { type Field, type FieldType, fieldKinds } from './kinds.ts'

export { conditionMembers } from './options.ts'
export { checkSteps } from './pattern.ts'
export { readAs } from './reading.ts'
export { fieldMembers, fieldSchema } from './schema.ts'
export { type Condition, listShown } from './shown.ts'

/** The fields of a stored agreement. Throws an Error for an unknown type. */
export function toFields(stored: readonly StoredField[]): Field[] {
  const fields = stored.filter(isField)
  if (fields.length !== stored.length) throw new Error('An agreement has a field of a type that is not known here.')
  return fields
}

function isField(stored: StoredField): stored is StoredField & Field {
  return fieldTypes.some((type) => type === stored.type)
}

/** The faults of an author's field: options of another type, and options out of bounds. */
export function findFieldFaults(field: Field): Fault[] {
  const kind = fieldKinds[field.type]
  const foreign = optionNames.filter((name) => field[name] !== undefined && !kind.options.includes(name))
  return [
    ...foreign.map((name) => fault([name], 'option', { type: field.type, takers: takersOf(name) })),
    ...(field.prefill === undefined ? [] : checkText(['prefill'], field.prefill, { minLength: 1, maxLength: 100 })),
    ...kind.findOptionFaults(field),
  ]
}

/** Turns what a signer typed into stored values, by field. Leaves out the fields that the signature fills. */
export function readFieldValues(fields: Field[], typed: Record<string, string>, locale: string): Map<Field, string> {
  const filled = fields.filter(({ type }) => fieldKinds[type].filledBy === 'signer')
  return new Map(filled.map((field) => [field, fieldKinds[field.type].read(typed[field.key] ?? '', field, locale)]))
}

/** Keeps only the values of fields that are shown. `others` are the values of earlier signers. */
export function keepShown(
  values: ReadonlyMap<Field, string>,
  fields: readonly Field[],
  others: Readonly<Record<string, string>>,
): Map<Field, string> {
  const own = [...values].map(([{ key }, value]) => [key, value] as const)
  const shown = listShown(fields, new Map([...Object.entries(others), ...own]))
  return new Map([...values].filter(([{ key }]) => shown.has(key)))
}

/** The fields that are shown with these values, and so belong in the document. */
export function shownFields(fields: readonly Field[], values: Readonly<Record<string, string>>): Field[] {
  const shown = listShown(fields, new Map(Object.entries(values)))
  return fields.filter(({ key }) => shown.has(key))
}

/** The values of the automatic fields among these. */
export function fillAutomatic(fields: readonly Field[], known: Automatic): Map<Field, string> {
  return new Map(
    fields.flatMap((field) => {
      const value = fieldKinds[field.type].derive?.(known)
      return value === undefined ? [] : [[field, value] as const]
    }),
  )
}

/** The faults of the values that a signer filled in, at most one for each field. */
export function checkFieldValues(values: Map<Field, string>): Fault[] {
  return [...values].flatMap(([field, value]) => {
    const kind = fieldKinds[field.type]
    const path = ['fields', field.key]
    if (value === '') return field.required ? [fault(path, kind.required)] : []
    return [...findUnprintable(path, value), ...kind.findFaults(path, value, field)].slice(0, 1)
  })
}

/** The final value of a field, for the document. */
export function finishField(field: Field, value: string, finishing: Finishing): FinishedField {
  return fieldKinds[field.type].finish(value, field, finishing)
}

const optionNames = Object.keys(fieldOptions).filter((name): name is OptionName => name in fieldOptions)

function takersOf(name: OptionName): FieldType[] {
  return fieldTypes.filter((type) => fieldKinds[type].options.includes(name))
}
