import { type Field, type GivenValues, type LinkSigner, readGiven } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { checkEmail } from '../email.ts'
import { checkText } from '../text.ts'
import { saveEntries } from './entries.ts'
import type { Metadata } from './metadata.ts'
import { findNamedFaults, type Named, type NewSigner, nameSigner } from './new-signer.ts'
import type { Signer } from './signer.ts'

/** The known people of a submission at its beginning. */
type Beginners<S extends Pick<Signer, 'role' | 'kind'> = Signer> = {
  signers: readonly [S, ...S[]]
  checked: ReadonlySet<string>
  /** The signers that the link names. */
  defaults: readonly LinkSigner[]
  metadata: Metadata
  /** The people who are named already. */
  named: readonly Named[]
}

/**
 * Names the signers whom nobody has named, from the link or from the metadata `<role>_email` and `<role>_name`. An
 * address that is invalid or already taken is ignored, and the first signer is asked. Runs in the caller's transaction.
 */
export async function nameFromDefaults(ctx: Context, beginners: Beginners & { fields: Field[] }): Promise<void> {
  for (const { signer, whom } of chooseOthers(beginners)) {
    await nameSigner(ctx, signer, whom)
    await fillIn(ctx, signer, whom.fields, beginners.fields)
  }
}

/**
 * Stores what the sender fills in for a signer. Leaves out values that do not fit their field, because a later version
 * of the agreement may have changed the field.
 */
export async function fillIn(ctx: Context, signer: Signer, given: GivenValues = {}, fields: Field[]): Promise<void> {
  const { values } = readGiven(fields, signer.role, given)
  if (Object.keys(values).length > 0) await saveEntries(ctx, signer, 'sender', values)
}

/** The people whom nameFromDefaults names. */
export function chooseOthers<S extends Pick<Signer, 'role' | 'kind'>>(beginners: Beginners<S>) {
  const { signers, checked, defaults, metadata, named } = beginners
  const all = [...named]
  const chosen: { signer: S; whom: NewSigner }[] = []
  const [first] = signers
  for (const signer of signers) {
    if (signer === first || all.some((one) => one.signer.role === signer.role)) continue
    const whom = whomOf(signer, defaults, metadata)
    if (!whom) continue
    const one: Named = { path: [], signer, whom }
    if (findNamedFaults([...all, one], checked).length > 0) continue
    chosen.push({ signer, whom })
    all.push(one)
  }
  return chosen
}

type Part = Pick<Signer, 'role' | 'kind'>

/**
 * The settings of a link for a role. They hold for the person whom the link names, and for the person whom the first
 * signer names instead.
 */
export function termsOf({ role, kind }: Part, defaults: readonly LinkSigner[]): Partial<NewSigner> {
  const known = defaults.find((one) => one.role === role)
  if (!known) return {}
  const { mayDelegate, access, fields } = known
  // A copy can read only the finished document, so it is never asked for a code.
  return { mayDelegate, fields, ...(kind === 'copy' ? {} : { access }) }
}

function whomOf(part: Part, defaults: readonly LinkSigner[], metadata: Metadata): NewSigner | null {
  const { role } = part
  const known = defaults.find((one) => one.role === role)
  if (known) {
    const { email, name } = known
    return { email, delivery: 'email', ...termsOf(part, defaults), ...(name ? { name } : {}) }
  }
  const [name, email] = [metadata[`${role}_name`], metadata[`${role}_email`]]
  if (typeof email !== 'string' || checkEmail([], email).length > 0) return null
  const isName = typeof name === 'string' && checkText([], name, { maxLength: 200, minLength: 1 }).length === 0
  return { email, delivery: 'email', ...(isName ? { name } : {}) }
}
