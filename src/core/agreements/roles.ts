import type { RequiredVerification, RoleKind, SignerRole } from '../../db/index.ts'
import { type Fault, fault } from '../errors.ts'
import type { Field } from './fields/index.ts'

/** What people of a role do: they sign, they agree without signing, or they only get the finished document. */
export const roleKinds: readonly RoleKind[] = ['signer', 'approver', 'copy']

/** How many roles an agreement has at most, and so the last place in their order. */
export const mostRoles = 20

/** A role as an author gives it: a signer, in its place of the list, unless said. */
export type GivenRole = Pick<SignerRole, 'key' | 'name'> & Partial<SignerRole>

/** Roles with all that was left unsaid of them. */
export function completeRoles(given: readonly GivenRole[]): SignerRole[] {
  return given.map(({ key, name, order, kind }, index) => ({
    key,
    name,
    order: order ?? index + 1,
    kind: kind ?? 'signer',
  }))
}

/** Roles in the order in which they act: those of one order as they are listed, and those who only get a copy last. */
export function inActingOrder(roles: readonly SignerRole[]): SignerRole[] {
  const place = ({ order, kind }: SignerRole) => (kind === 'copy' ? mostRoles : 0) + order
  return roles.toSorted((one, other) => place(one) - place(other))
}

/** The faults of how many roles there are, of which kinds, and in which order. */
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

/** The faults of what roles have to do: whoever signs needs a place for it, and a copy has nothing to fill in. */
export function findWorkFaults(
  given: readonly GivenRole[],
  fields: readonly Field[],
  required: readonly RequiredVerification[],
): Fault[] {
  const roles = completeRoles(given)
  const kindOf = (key: string) => roles.find((role) => role.key === key)?.kind
  const signs = (key: string) => fields.some(({ type, role }) => type === 'signature' && role === key)
  // With no signature at all that alone is told.
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
