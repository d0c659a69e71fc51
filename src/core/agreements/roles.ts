import type { RequiredVerification, RoleKind, SignerRole } from '../../db/index.ts'
import { type Fault, fault } from '../errors.ts'
import type { Field } from './fields/index.ts'

/** What the people of a role do: they sign, they approve, or they only get the finished document. */
export const roleKinds: readonly RoleKind[] = ['signer', 'approver', 'copy']

/** The greatest number of roles in an agreement, and so the greatest `order`. */
export const mostRoles = 20

/** A role as an author gives it. By default it is a signer, and its order is its place in the list. */
export type GivenRole = Pick<SignerRole, 'key' | 'name'> & Partial<SignerRole>

/** Fills in the defaults of roles. */
export function completeRoles(given: readonly GivenRole[]): SignerRole[] {
  return given.map(({ key, name, order, kind }, index) => ({
    key,
    name,
    order: order ?? index + 1,
    kind: kind ?? 'signer',
  }))
}

/** Sorts roles by the order in which they act. Roles of one order keep their places, and copies come last. */
export function inActingOrder(roles: readonly SignerRole[]): SignerRole[] {
  const place = ({ order, kind }: SignerRole) => (kind === 'copy' ? mostRoles : 0) + order
  return roles.toSorted((one, other) => place(one) - place(other))
}

/** The faults of the number, the kinds and the orders of roles. */
export function findRoleFaults(given: readonly GivenRole[]): Fault[] {
  const path = ['signerRoles']
  if (given.length < 1 || given.length > mostRoles)
    return [fault(path, 'role_count', { most: mostRoles, value: given.length })]
  const roles = completeRoles(given)
  const faults = roles.flatMap(({ order, kind }, index) => [
    ...(isPlace(order)
      ? []
      : [fault([...path, String(index), 'order'], 'range', { least: 1, most: mostRoles, value: order })]),
    ...(roleKinds.includes(kind)
      ? []
      : [fault([...path, String(index), 'kind'], 'role_kind', { allowed: roleKinds, value: kind })]),
  ])
  if (!roles.some(({ kind }) => kind === 'signer')) faults.push(fault(path, 'role_that_signs'))
  return [...faults, ...findRepeated(given)]
}

function findRepeated(roles: readonly GivenRole[]): Fault[] {
  return roles.flatMap(({ key }, index) =>
    roles.findIndex((role) => role.key === key) < index
      ? [fault(['signerRoles', String(index), 'key'], 'unique_key', { key, value: key })]
      : [],
  )
}

function isPlace(order: number): boolean {
  return Number.isInteger(order) && order >= 1 && order <= mostRoles
}

/** The faults of what roles must do: a signer needs a signature, and a copy fills in nothing. */
export function findWorkFaults(
  given: readonly GivenRole[],
  fields: readonly Field[],
  required: readonly RequiredVerification[],
): Fault[] {
  const roles = completeRoles(given)
  const kindOf = (key: string) => roles.find((role) => role.key === key)?.kind
  const signs = (key: string) => fields.some(({ type, role }) => type === 'signature' && role === key)
  // An agreement without any signature has its own fault.
  const isSigned = fields.some(({ type }) => type === 'signature')
  return [
    ...roles.flatMap(({ key, kind }, index) =>
      isSigned && kind === 'signer' && !signs(key)
        ? [fault(['signerRoles', String(index)], 'role_signature', { role: key, value: key })]
        : [],
    ),
    ...fields.flatMap(({ type, role }, index) => {
      const path = ['fields', String(index)]
      if (kindOf(role) === 'copy') return [fault([...path, 'role'], 'role_fills_nothing', { role, value: role })]
      if (kindOf(role) !== 'approver' || type !== 'signature') return []
      return [fault([...path, 'type'], 'role_approves', { role, value: type })]
    }),
    ...required.flatMap(({ role }, index) =>
      kindOf(role) === 'copy'
        ? [fault(['requiredVerifications', String(index), 'role'], 'role_unchecked', { role, value: role })]
        : [],
    ),
  ]
}
