import { type Field, type GivenValues, readGiven } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { checkEmail, foldAddress } from '../email.ts'
import { type Fault, fault, inside } from '../errors.ts'
import { checkText } from '../text.ts'
import { indexSigner, type Signer, type SignerPerson, sealSigner } from './signer.ts'

export type Delivery = 'link' | 'email'

/** What a signer must pass before reading. With `emailCode`, a code is mailed to their address. */
export type Access = { emailCode?: boolean }

/**
 * A person whom the sender names. Without `mayChange` the signer cannot change name and address; with `mayDelegate` the
 * signer may pass the role on. By link, the sender gets the token; by e-mail, the signer gets it.
 */
export type NewSigner = {
  name?: string
  email?: string
  mayChange?: boolean
  mayDelegate?: boolean
  delivery?: Delivery
  /** What the signer must pass before reading. Nothing by default. */
  access?: Access
  /** Values of the signer's fields, by field key. */
  fields?: GivenValues
}

/** The person named for a role, and the path of that person in the request. */
export type Named = { path: readonly string[]; signer: Pick<Signer, 'role' | 'kind'>; whom: NewSigner }

/** The faults of one named person that do not depend on the role. */
export function findSignerFaults({ name, email, delivery, access }: NewSigner): Fault[] {
  return [
    ...(name ? checkText(['name'], name, { maxLength: 200, minLength: 1 }) : []),
    ...(email ? checkEmail(['email'], email) : []),
    ...((delivery === 'email' || access?.emailCode) && !email ? [fault(['email'], 'required')] : []),
  ]
}

/** The faults that depend on the role and on the other named people. */
export function findNamedFaults(named: readonly Named[], checked: ReadonlySet<string>): Fault[] {
  return named.flatMap(({ path, signer, whom }, index) => {
    const faults: Fault[] = []
    if (signer.kind === 'copy' && !whom.email) faults.push(fault(['email'], 'required'))
    if (signer.kind === 'copy' && whom.access?.emailCode) faults.push(fault(['access'], 'copy_access'))
    if (signer.kind === 'copy' && whom.delivery === 'link')
      faults.push(fault(['delivery'], 'copy_by_mail', { value: whom.delivery }))
    const twin = named.slice(0, index).find((other) => isTwin(other, { signer, whom }, checked))
    if (twin) faults.push(fault(['email'], 'same_address', { role: twin.signer.role, value: whom.email }))
    return inside([...path], faults)
  })
}

/**
 * Whether two signers share an address that must distinguish them. It must when an invitation or a code is mailed to
 * it, or when a role requires verifications. Two signers by link may share an address.
 */
function isTwin(one: Omit<Named, 'path'>, other: Omit<Named, 'path'>, checked: ReadonlySet<string>): boolean {
  if (one.signer.kind === 'copy' || other.signer.kind === 'copy') return false
  if (!isSameAddress(one.whom.email, other.whom.email)) return false
  return [one, other].some(
    ({ signer, whom }) => whom.delivery === 'email' || whom.access?.emailCode || checked.has(signer.role),
  )
}

/** A signer as a named person, for comparison with others. */
export function whomOf({ email, delivery, asks_code }: Pick<Signer, 'email' | 'delivery' | 'asks_code'>): NewSigner {
  return { email: email ?? '', delivery: delivery ?? 'link', access: { emailCode: asks_code } }
}

/** The faults of the field values of named people. */
export function findGivenFaults(named: readonly Named[], fields: readonly Field[]): Fault[] {
  return named.flatMap(({ path, signer, whom }) =>
    whom.fields ? inside([...path, 'fields'], readGiven(fields, signer.role, whom.fields).faults) : [],
  )
}

/** Whether two addresses are the same by foldAddress. A missing address equals nothing. */
export function isSameAddress(one: string | null | undefined, other: string | null | undefined): boolean {
  const [left, right] = [foldAddress(one ?? ''), foldAddress(other ?? '')]
  return left !== '' && left === right
}

/** Writes the name, the address and the delivery of a signer. Runs in the caller's transaction. */
export async function nameSigner(ctx: Context, signer: Signer, whom: NewSigner): Promise<void> {
  const { told, columns } = await writeName(ctx, signer, whom)
  await ctx.db
    .updateTable('signers')
    .set({ ...columns, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', signer.id)
    .execute()
  await indexSigner(ctx, { id: signer.id, ...told })
}

/** What nameSigner writes: the name and address, and the columns that hold them. */
export async function writeName(
  ctx: Context,
  signer: Pick<Signer, 'id' | 'subject_id' | 'kind'> & Partial<SignerPerson>,
  whom: NewSigner,
) {
  const [name, email] = [whom.name?.trim() || null, whom.email?.trim() || null]
  const told = { name, email, invited_name: name, invited_email: email }
  const delivery: Delivery = signer.kind === 'copy' ? 'email' : (whom.delivery ?? 'link')
  const columns = {
    personal: await sealSigner(ctx, signer, told),
    may_change: whom.mayChange ?? false,
    may_delegate: whom.mayDelegate ?? false,
    delivery,
    ...(whom.access && { asks_code: whom.access.emailCode ?? false }),
  }
  return { told: { name, email }, columns }
}
