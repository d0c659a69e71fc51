import type { Context } from '../context.ts'
import { checkEmail } from '../email.ts'
import { type Fault, fault, inside } from '../errors.ts'
import type { Id } from '../ids.ts'
import { checkText } from '../text.ts'
import { type Field, type GivenValues, readGiven } from './fields/index.ts'
import { mostRoles } from './roles.ts'
import type { AgreementInput } from './rules.ts'

/** A person whom a link names for a role, with the sender's settings for that person. */
export type LinkSigner = {
  role: string
  name: string | null
  email: string
  mayDelegate: boolean
  /** The checks that the person must pass before reading. */
  access: { emailCode: boolean }
  /** Values of the person's fields, by field key. */
  fields: GivenValues
}

/** A person as a request names them. An omitted member takes its default. */
export type GivenLinkSigner = Pick<LinkSigner, 'role' | 'email'> &
  Partial<Pick<LinkSigner, 'name' | 'mayDelegate' | 'fields'>> & { access?: Partial<LinkSigner['access']> }

/**
 * The faults of the people whom a link names. `agreement` is the newest version, or null when it is unknown. A later
 * version may drop a role; then nobody gets the part of its person.
 */
export function findLinkSignerFaults(
  signers: readonly GivenLinkSigner[],
  agreement: Pick<AgreementInput, 'signerRoles' | 'fields'> | null,
): Fault[] {
  if (signers.length > mostRoles) return [fault(['signers'], 'max_items', { most: mostRoles, value: signers.length })]
  return signers.flatMap((signer, index) => {
    const { role, name = null, email } = signer
    const path = ['signers', String(index)]
    const isTwice = signers.findIndex((one) => one.role === role) < index
    const known = agreement?.signerRoles.find(({ key }) => key === role)
    return [
      ...(isTwice ? [fault([...path, 'role'], 'role_twice', { role, value: role })] : []),
      ...(name === null ? [] : checkText([...path, 'name'], name, { maxLength: 200, minLength: 1 })),
      ...checkEmail([...path, 'email'], email),
      ...(agreement && !known ? [fault([...path, 'role'], 'known_role', { role, value: role })] : []),
      ...(agreement && known ? inside(path, findRoleFaults(signer, known.kind, agreement.fields)) : []),
    ]
  })
}

function findRoleFaults({ role, access, fields }: GivenLinkSigner, kind: unknown, known: readonly Field[]): Fault[] {
  return [
    ...(kind === 'copy' && access?.emailCode ? [fault(['access'], 'copy_access')] : []),
    ...(fields ? inside(['fields'], readGiven(known, role, fields).faults) : []),
  ]
}

/** Seals the people whom a link names. */
export function sealLinkSigners(
  { vault }: Pick<Context, 'vault'>,
  linkId: Id,
  signers: readonly GivenLinkSigner[],
): Buffer | null {
  return signers.length > 0 ? vault.seal(purpose(linkId), Buffer.from(JSON.stringify(signers))) : null
}

export async function findLinkSigners(ctx: Context, linkId: Id): Promise<LinkSigner[]> {
  const link = ctx.db.selectFrom('agreement_links').select('signers').where('organization_id', '=', ctx.organizationId)
  const row = await link.where('id', '=', linkId).executeTakeFirst()
  return openLinkSigners(ctx, linkId, row?.signers ?? null)
}

/** Opens the people whom a link names. */
export function openLinkSigners({ vault }: Pick<Context, 'vault'>, linkId: Id, sealed: Buffer | null): LinkSigner[] {
  const list: unknown = sealed ? JSON.parse(vault.open(purpose(linkId), sealed).toString()) : []
  return Array.isArray(list) ? list.map(readOne) : []
}

function readOne(one: unknown): LinkSigner {
  const read = (name: string): unknown => Reflect.get(Object(one), name)
  const text = (name: string) => String(read(name) ?? '')
  return {
    role: text('role'),
    name: text('name') || null,
    email: text('email'),
    mayDelegate: read('mayDelegate') === true,
    access: { emailCode: Reflect.get(Object(read('access')), 'emailCode') === true },
    fields: Object.fromEntries(Object.entries(Object(read('fields'))).flatMap(readAnswer)),
  }
}

function readAnswer([key, answer]: [string, unknown]): [string, string | number | boolean][] {
  const isAnswer = typeof answer === 'string' || typeof answer === 'number' || typeof answer === 'boolean'
  return isAnswer ? [[key, answer]] : []
}

function purpose(linkId: Id): string {
  return `link signers ${linkId}`
}
