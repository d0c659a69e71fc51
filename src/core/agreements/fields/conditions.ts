import type { SignerRole } from '../../../db/index.ts'
import { isDay } from '../../days.ts'
import { type Fault, fault, inside } from '../../errors.ts'
import { isPlainNumber } from '../../numbers.ts'
import { type Field, fieldKinds } from './kinds.ts'
import { readAs } from './reading.ts'

type Role = Pick<SignerRole, 'key' | 'order'>

/** The faults of conditions: an unknown field, a field that is filled in later, or a circle. */
export function findConditionFaults(fields: readonly Field[], roles: readonly Role[]): Fault[] {
  const faults = fields.flatMap((field, index) => inside(['fields', String(index)], findFaults(field, fields, roles)))
  return faults.length > 0 ? faults : findCircles(fields)
}

function findFaults({ showIf, role, type }: Field, fields: readonly Field[], roles: readonly Role[]): Fault[] {
  // findFieldFaults already reports a condition on a signature.
  if (!showIf || fieldKinds[type].filledBy === 'mark') return []
  const { field: key, ...given } = showIf
  const said = Object.values(given).filter((one) => one !== undefined)
  const faults = said.length === 1 ? [] : [fault(['showIf'], 'condition_one')]
  const other = fields.find((one) => one.key === key)
  const path = ['showIf', 'field']
  if (!other) return [...faults, fault(path, 'condition_field', { field: key, value: key })]
  const { filledBy } = fieldKinds[other.type]
  if (filledBy === 'mark') return [...faults, fault(path, 'condition_signature', { field: key, value: key })]
  if (filledBy === 'record') return [...faults, fault(path, 'condition_automatic', { field: key, value: key })]
  if (isLater(other.role, role, roles))
    return [...faults, fault(path, 'condition_later', { field: key, role: other.role, value: key })]
  return [...faults, ...findAnswerFaults(other, showIf)]
}

/** Whether one role may act after another. Roles of one order act side by side. */
function isLater(other: string, own: string, roles: readonly Role[]): boolean {
  if (other === own) return false
  const orderOf = (key: string) => roles.find((role) => role.key === key)?.order ?? 0
  return orderOf(other) >= orderOf(own)
}

/** The fault of an answer that the other field can never have. */
function findAnswerFaults(other: Field, { equals, notEquals }: NonNullable<Field['showIf']>): Fault[] {
  return Object.entries({ equals, notEquals }).flatMap(([name, answer]) => {
    if (answer === undefined || isPossible(other, String(answer))) return []
    const { key: field, type, choices = [] } = other
    return [fault(['showIf', name], 'condition_value', { field, type, choices, value: answer })]
  })
}

function isPossible(field: Field, answer: string): boolean {
  switch (field.type) {
    case 'checkbox':
      return answer === 'true' || answer === 'false'
    case 'number':
      return isPlainNumber(answer)
    case 'date':
      return isDay(answer)
    case 'choice':
      return answer === '' || (field.choices ?? []).includes(answer)
    case 'text':
      return readAs(field, answer, 'en') === answer
    default:
      return false
  }
}

/** The faults of fields that depend on each other in a circle. Each circle is reported once. */
function findCircles(fields: readonly Field[]): Fault[] {
  const indexOf = (key: string | undefined) => fields.findIndex((field) => field.key === key)
  const told = new Set<number>()
  return fields.flatMap((_, start) => {
    const way: number[] = []
    for (let at = start; at >= 0 && !told.has(at) && !way.includes(at); at = indexOf(fields[at]?.showIf?.field))
      way.push(at)
    const end = indexOf(fields[way.at(-1) ?? -1]?.showIf?.field)
    for (const at of way) told.add(at)
    if (!way.includes(end)) return []
    const circle = way.slice(way.indexOf(end)).flatMap((at) => fields[at]?.key ?? [])
    return [
      fault(['fields', String(end), 'showIf'], 'condition_circle', { keys: circle, value: fields[end]?.showIf?.field }),
    ]
  })
}
