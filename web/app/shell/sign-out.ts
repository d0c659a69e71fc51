import { prefix } from '../place.ts'

/** Ends the session, and opens sign-in. */
export async function signOut(): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  await fetch(`${prefix}/auth/sign-out`, { method: 'POST', headers, body: '{}' })
  location.assign(`${prefix}/sign-in`)
}
