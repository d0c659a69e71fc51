import type { Context } from '../context.ts'
import { checkEmail } from '../email.ts'
import { type Fault, fault } from '../errors.ts'
import type { Id } from '../ids.ts'
import { checkText } from '../text.ts'
import { mostRoles } from './roles.ts'

/** A person whom a link names for a role. */
export type LinkSigner = { role: string; name: string | null; email: string }

/**
 * The faults of the people whom a link names. A role that the agreement does not have is no fault; it names nobody.
 */
export function findLinkSignerFaults(signers: readonly LinkSigner[]): Fault[] {
  if (signers.length > mostRoles) return [fault(['signers'], 'max_items', { most: mostRoles, value: signers.length })]
  return signers.flatMap(({ role, name, email }, index) => {
    const path = ['signers', String(index)]
    const isTwice = signers.findIndex((one) => one.role === role) < index
    return [
      ...(isTwice ? [fault([...path, 'role'], 'role_twice', { role, value: role })] : []),
      ...(name === null ? [] : checkText([...path, 'name'], name, { maxLength: 200, minLength: 1 })),
      ...checkEmail([...path, 'email'], email),
    ]
  })
}

/** Seals the people whom a link names. */
export function sealLinkSigners(
  { vault }: Pick<Context, 'vault'>,
  linkId: Id,
  signers: readonly LinkSigner[],
): Buffer | null {
  return signers.length > 0 ? vault.seal(purpose(linkId), Buffer.from(JSON.stringify(signers))) : null
}

/** Opens the people whom a link names. */
export function openLinkSigners({ vault }: Pick<Context, 'vault'>, linkId: Id, sealed: Buffer | null): LinkSigner[] {
  const list: unknown = sealed ? JSON.parse(vault.open(purpose(linkId), sealed).toString()) : []
  return Array.isArray(list) ? list.map(readOne) : []
}

function readOne(one: unknown): LinkSigner {
  const text = (name: string) => String(Reflect.get(Object(one), name) ?? '')
  return { role: text('role'), name: text('name') || null, email: text('email') }
}

function purpose(linkId: Id): string {
  return `link signers ${linkId}`
}
