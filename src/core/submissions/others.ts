import type { LinkSigner } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { checkEmail } from '../email.ts'
import { checkText } from '../text.ts'
import type { Metadata } from './metadata.ts'
import { findNamedFaults, type Named, type NewSigner, nameSigner } from './new-signer.ts'
import type { Signer } from './signer.ts'

/** What is known of the people of a submission when it begins. */
export type Beginners<S extends Pick<Signer, 'role' | 'kind'> = Signer> = {
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
export async function nameFromDefaults(ctx: Context, beginners: Beginners): Promise<void> {
  for (const { signer, whom } of chooseOthers(beginners)) await nameSigner(ctx, signer, whom)
}

/** The people whom nameFromDefaults names. */
export function chooseOthers<S extends Pick<Signer, 'role' | 'kind'>>(beginners: Beginners<S>) {
  const { signers, checked, defaults, metadata, named } = beginners
  const all = [...named]
  const chosen: { signer: S; whom: NewSigner }[] = []
  const [first] = signers
  for (const signer of signers) {
    if (signer === first || all.some((one) => one.signer.role === signer.role)) continue
    const whom = whomOf(signer.role, defaults, metadata)
    if (!whom) continue
    const one: Named = { path: [], signer, whom }
    if (findNamedFaults([...all, one], checked).length > 0) continue
    chosen.push({ signer, whom })
    all.push(one)
  }
  return chosen
}

function whomOf(role: string, defaults: readonly LinkSigner[], metadata: Metadata): NewSigner | null {
  const known = defaults.find((one) => one.role === role)
  if (known) return { email: known.email, delivery: 'email', ...(known.name ? { name: known.name } : {}) }
  const [name, email] = [metadata[`${role}_name`], metadata[`${role}_email`]]
  if (typeof email !== 'string' || checkEmail([], email).length > 0) return null
  const isName = typeof name === 'string' && checkText([], name, { maxLength: 200, minLength: 1 }).length === 0
  return { email, delivery: 'email', ...(isName ? { name } : {}) }
}
