import { type Fault, fault } from '../errors.ts'
import { type AgreementDocument, countUses } from './document/index.ts'
import { type Field, fieldKinds } from './fields/index.ts'

/** The greatest length of an agreement with all fields filled in: about 400 pages. */
export const maxFilledLength = 1_000_000

type Uses = Pick<AgreementDocument, 'blocks'>

/**
 * The fault of an agreement whose fields could make it too long. Each field counts as often as the text names it, at
 * the greatest length of its values. `sourceLength` counts the source.
 */
export function checkGreatestLength(sourceLength: number, document: Uses, fields: readonly Field[]): Fault[] {
  const { total, longest } = measureFilled(sourceLength, document, fields, greatestLength)
  if (total <= maxFilledLength) return []
  const { key, uses, type } = longest ?? { key: '', uses: 0, type: undefined }
  const params = { total, most: maxFilledLength, key, uses, isText: type === 'text', value: total }
  return [fault(['source'], 'could_be_too_long', params)]
}

/** The fault of values that make an agreement too long. An agreement older than the limit can have such values. */
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
  // A field that the text does not place is listed once after it.
  const parts = fields.map((field) => {
    const count = uses.get(field.key) ?? 1
    return { key: field.key, type: field.type, uses: count, length: count * lengthOf(field) }
  })
  const total = parts.reduce((sum, { length }) => sum + length, sourceLength)
  return { total, longest: parts.toSorted((a, b) => b.length - a.length)[0] }
}

// A box is followed by its label, and an empty field is shown as its label.
function greatestLength(field: Field): number {
  return field.label.length + fieldKinds[field.type].greatestLength(field)
}
