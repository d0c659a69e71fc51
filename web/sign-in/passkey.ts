import { ask, type Told } from './ask.ts'
import { words } from './words.ts'

type Options = Parameters<typeof PublicKeyCredential.parseRequestOptionsFromJSON>[0]

/** Whether this browser supports passkeys in JSON. */
export const hasPasskeys =
  typeof PublicKeyCredential !== 'undefined' && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'

/** Whether the browser offers passkeys in the field of the address. */
export async function canSuggestPasskeys(): Promise<boolean> {
  return hasPasskeys && (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true
}

/** Signs in with a passkey, chosen in the browser's dialog or in the field of the address. */
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
