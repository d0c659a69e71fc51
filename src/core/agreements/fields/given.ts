import { type Fault, fault } from '../../errors.ts'
import { checkText } from '../../text.ts'
import { type Field, fieldKinds } from './kinds.ts'
import type { Answer } from './shown.ts'

/** The values that a sender gives for a signer, by field key. */
export type GivenValues = Readonly<Record<string, Answer>>

/** Reads the values that a sender gives a role. Returns the stored values and the faults, by field key. */
export function readGiven(
  fields: readonly Field[],
  role: string,
  given: GivenValues,
): { values: Record<string, string>; faults: Fault[] } {
  const [values, faults]: [Record<string, string>, Fault[]] = [{}, []]
  for (const [key, answer] of Object.entries(given)) {
    const field = fields.find((one) => one.key === key)
    if (field?.role !== role) {
      faults.push(fault([key], 'field_of_role', { key, role, value: key }))
      continue
    }
    const read = readValue(field, answer)
    faults.push(...read.faults)
    if (read.value !== '' || field.type === 'checkbox') values[key] = read.value
  }
  return { values, faults }
}

/** Reads one value that a program gives. An empty value counts as not given, except for a box that is not ticked. */
function readValue(field: Field, answer: Answer): { value: string; faults: Fault[] } {
  const kind = fieldKinds[field.type]
  const path = [field.key]
  if (kind.filledBy === 'record')
    return { value: '', faults: [fault(path, 'field_automatic', { key: field.key, value: answer })] }
  if (!kind.options.includes('prefill'))
    return { value: '', faults: [fault(path, 'field_own', { key: field.key, value: answer })] }
  const text = field.type === 'checkbox' ? readTick(answer) : String(answer)
  const isLeft = text === '' && (field.type !== 'checkbox' || !field.fixed || !field.required)
  if (isLeft) return { value: '', faults: [] }
  const faults =
    text === ''
      ? [fault(path, kind.required)]
      : [
          ...checkText(path, text, { maxLength: Number.POSITIVE_INFINITY, multiline: field.multiline ?? false }),
          ...kind.findFaults(path, text, field),
        ]
  return { value: faults.length > 0 ? '' : kind.read(text, field, 'en'), faults: faults.slice(0, 1) }
}

function readTick(answer: Answer): string {
  return answer === false || answer === 'false' ? '' : String(answer)
}

/** The values in a signer's fields before the signer types, and the keys of those that the sender has fixed. */
export type Proposed = { values: Record<string, string>; fixed: Set<string> }

/**
 * The values that the sender proposes for a role: a given value, else metadata. A fixed value must fit the rules of its
 * field. Any other value is only a proposal, which the signer can correct.
 */
export function proposeValues(
  fields: readonly Field[],
  role: string,
  from: { metadata: Readonly<Record<string, unknown>>; sender: Readonly<Record<string, string>> },
): Proposed {
  const [values, fixed]: [Record<string, string>, Set<string>] = [{}, new Set()]
  for (const field of fields.filter((one) => one.role === role && fieldKinds[one.type].filledBy === 'signer')) {
    const { key } = field
    const given = Object.hasOwn(from.sender, key) ? from.sender[key] : undefined
    const told = field.type === 'checkbox' ? undefined : from.metadata[key]
    const proposal = given ?? (field.prefill === undefined ? told : from.metadata[field.prefill])
    if (typeof proposal !== 'string') continue
    const read = given === undefined ? readValue(field, proposal) : { value: given, faults: [] }
    const isSaid = read.faults.length === 0 && (read.value !== '' || field.type === 'checkbox')
    if (field.fixed && isSaid) fixed.add(key)
    values[key] = isSaid ? read.value : proposal
  }
  return { values, fixed }
}
