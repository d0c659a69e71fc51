import { type Field, type GivenValues, readGiven } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { checkEmail } from '../email.ts'
import { type Fault, fault, inside } from '../errors.ts'
import { checkText } from '../text.ts'
import { indexSigner, type Signer, type SignerPerson, sealSigner } from './signer.ts'

export type Delivery = 'link' | 'email'

/** What is asked of somebody before they read: with `emailCode` a code that is mailed to their address. */
export type Access = { emailCode?: boolean }

/**
 * Whom the sender names. Unless `mayChange` is true, the signer is this and nobody else; with `mayDelegate` they may pass
 * it on. Their way in is given to the sender, or mailed to them.
 */
export type NewSigner = {
  name?: string
  email?: string
  mayChange?: boolean
  mayDelegate?: boolean
  delivery?: Delivery
  /** What is asked of them before they read; nothing, unless said. */
  access?: Access
  /** What stands in their fields, by key. */
  fields?: GivenValues
}

/** Who is named for a role, and where in a request that stands. */
export type Named = { path: readonly string[]; signer: Pick<Signer, 'role' | 'kind'>; whom: NewSigner }

/** The faults of one who is named, whatever their role. */
export function findSignerFaults({ name, email, delivery, access }: NewSigner): Fault[] {
  return [
    ...(name ? checkText(['name'], name, { maxLength: 200, minLength: 1 }) : []),
    ...(email ? checkEmail(['email'], email) : []),
    ...((delivery === 'email' || access?.emailCode) && !email ? [fault(['email'], 'required')] : []),
  ]
}

/** The faults of all who are named together: a copy without an address, and one address for two where it tells them apart. */
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
 * Whether two who act have one address although it is what tells them apart: a way in or a code is mailed to it, or a check
 * is of the person behind it. Two who stand beside each other and share an address may sign by links.
 */
function isTwin(one: Omit<Named, 'path'>, other: Omit<Named, 'path'>, checked: ReadonlySet<string>): boolean {
  if (one.signer.kind === 'copy' || other.signer.kind === 'copy') return false
  if (!isSameAddress(one.whom.email, other.whom.email)) return false
  return [one, other].some(
    ({ signer, whom }) => whom.delivery === 'email' || whom.access?.emailCode || checked.has(signer.role),
  )
}

/** Somebody as they are known, to be judged beside others. */
export function whomOf({ email, delivery, asks_code }: Pick<Signer, 'email' | 'delivery' | 'asks_code'>): NewSigner {
  return { email: email ?? '', delivery: delivery ?? 'link', access: { emailCode: asks_code } }
}

/** The faults of what stands in the fields of those who are named. */
export function findGivenFaults(named: readonly Named[], fields: readonly Field[]): Fault[] {
  return named.flatMap(({ path, signer, whom }) =>
    whom.fields ? inside([...path, 'fields'], readGiven(fields, signer.role, whom.fields).faults) : [],
  )
}

/** Whether two addresses are one, however they are written. */
export function isSameAddress(one: string | null | undefined, other: string | null | undefined): boolean {
  const [left, right] = [one?.trim().toLowerCase(), other?.trim().toLowerCase()]
  return left !== undefined && left !== '' && left === right
}

/** Writes down whom the sender names, and how they get their way in. Runs in the transaction of the caller. */
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

/** What nameSigner writes: who it is, and the columns of their row that hold it. */
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
