import type { Draft, Role } from './draft.ts'
import { newField } from './new-field.ts'

export const roleKinds = ['signer', 'approver', 'copy'] as const
export const mostRoles = 20

export const isRoleKind = (word: string): word is (typeof roleKinds)[number] => roleKinds.some((kind) => kind === word)

type Changes = Pick<Draft, 'signerRoles' | 'fields' | 'requiredVerifications'>

/** Adds a role after all others, with a place to sign. */
export function addRole({ signerRoles, fields, requiredVerifications }: Draft, say: { another: string }): Changes {
  const taken = new Set(signerRoles.map(({ key }) => key))
  const numbers = Array.from({ length: signerRoles.length + 2 }, (_, index) => index + 1)
  const number = numbers.find((one) => one > signerRoles.length && !taken.has(`signer_${one}`)) ?? 1
  const key = `signer_${number}`
  const last = Math.max(0, ...signerRoles.map(({ order }, index) => order ?? index + 1))
  const role: Role = { key, name: `${say.another} ${number}`, order: Math.min(last + 1, mostRoles), kind: 'signer' }
  const place = { ...newField(fields, key, `signature_${key}`), type: 'signature' as const, label: role.name }
  return { signerRoles: [...signerRoles, role], fields: [...fields, place], requiredVerifications }
}

/** Changes a role. If its key changes, its fields and verifications get the new key. */
export function changeRole(draft: Draft, index: number, changed: Role): Changes {
  const { key: before } = draft.signerRoles[index] ?? changed
  const move = <T extends { role: string }>(of: T) => (of.role === before ? { ...of, role: changed.key } : of)
  return {
    signerRoles: draft.signerRoles.map((role, at) => (at === index ? changed : role)),
    fields: draft.fields.map(move),
    requiredVerifications: draft.requiredVerifications.map(move),
  }
}

/** Removes a role and its signature. Its other fields and its verifications go to the first remaining role. */
export function removeRole({ signerRoles, fields, requiredVerifications }: Draft, index: number): Changes {
  const left = signerRoles.filter((_, at) => at !== index)
  const gone = signerRoles[index]?.key
  const heir = left[0]?.key ?? ''
  const isSigned = fields.some(({ type, role }) => type === 'signature' && role !== gone)
  const known = new Set(requiredVerifications.filter(({ role }) => role !== gone).map(({ type }) => type))
  return {
    signerRoles: left,
    fields: fields
      .filter(({ type, role }) => role !== gone || type !== 'signature' || !isSigned)
      .map((field) => (field.role === gone ? { ...field, role: heir } : field)),
    requiredVerifications: requiredVerifications
      .filter(({ type, role }) => role !== gone || !known.has(type))
      .map((check) => (check.role === gone ? { ...check, role: heir } : check)),
  }
}
