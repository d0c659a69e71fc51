import { ask, type Told } from './ask.ts'
import { words } from './words.ts'

type Options = Parameters<typeof PublicKeyCredential.parseRequestOptionsFromJSON>[0]

/** Whether this browser can use passkeys, and read what a server asks of them. */
export const hasPasskeys =
  typeof PublicKeyCredential !== 'undefined' && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'

/** Whether the browser can offer passkeys among what it fills into the field of the address. */
export async function canSuggestPasskeys(): Promise<boolean> {
  return hasPasskeys && (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true
}

/** Signs in with a passkey that the person chooses, in a dialog of the browser or from the field of the address. */
export async function signInByPasskey(
  mediation: 'required' | 'conditional',
  signal: AbortSignal,
): Promise<Told<unknown>> {
  const asked = await ask<Options>('/sign-in/passkey/options', {})
  if ('fault' in asked) return asked
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked.answer)
  const chosen = await navigator.credentials.get({ publicKey, mediation, signal }).catch(() => null)
  if (!(chosen instanceof PublicKeyCredential)) return { fault: words.say.passkeyFailed, code: 'no_passkey' }
  return ask('/sign-in/passkey', { response: chosen.toJSON() })
}
