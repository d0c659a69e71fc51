import { type Fault, fault } from '../errors.ts'
import { type AgreementDocument, countUses } from './document/index.ts'
import { type Field, fieldKinds } from './fields/index.ts'

/** How many characters an agreement may have with everything filled in: some 400 pages. */
export const maxFilledLength = 1_000_000

type Uses = Pick<AgreementDocument, 'blocks'>

/**
 * The fault of an agreement that could grow too long when it is filled in: each field stands as often as the text names
 * it, and its value may be as long as the field allows. `sourceLength` counts the text as it is written.
 */
export function checkGreatestLength(sourceLength: number, document: Uses, fields: readonly Field[]): Fault[] {
  const { total, longest } = measureFilled(sourceLength, document, fields, greatestLength)
  if (total <= maxFilledLength) return []
  const { key, uses, type } = longest ?? { key: '', uses: 0, type: undefined }
  const params = { total, most: maxFilledLength, key, uses, isText: type === 'text', value: total }
  return [fault(['source'], 'could_be_too_long', params)]
}

/** The fault of values that make an agreement too long: one written before there was a bound, say. */
export function checkFilledLength(
  sourceLength: number,
  document: Uses,
  fields: readonly Field[],
  values: Readonly<Record<string, string>>,
): Fault[] {
  const lengthOf = (field: Field) =>
    field.type === 'text' ? [...(values[field.key] ?? '')].length : greatestLength(field)
  const { total, longest } = measureFilled(sourceLength, document, fields, lengthOf)
  if (total <= maxFilledLength) return []
  const path = longest ? ['fields', longest.key] : ['signature']
  return [fault(path, 'filled_length', { total, most: maxFilledLength })]
}

type Longest = Pick<Field, 'key' | 'type'> & { uses: number; length: number }

function measureFilled(
  sourceLength: number,
  { blocks }: Uses,
  fields: readonly Field[],
  lengthOf: (field: Field) => number,
): { total: number; longest: Longest | undefined } {
  const uses = countUses(blocks)
  // What has no place in the text is listed once after it.
  const parts = fields.map((field) => {
    const count = uses.get(field.key) ?? 1
    return { key: field.key, type: field.type, uses: count, length: count * lengthOf(field) }
  })
  const total = parts.reduce((sum, { length }) => sum + length, sourceLength)
  return { total, longest: parts.toSorted((a, b) => b.length - a.length)[0] }
}

// A box is followed by its words, and what is blank is shown as them.
function greatestLength(field: Field): number {
  return field.label.length + fieldKinds[field.type].greatestLength(field)
}
