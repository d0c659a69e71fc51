import { readTrust } from '../../verifier/trust.ts'
import { prefix } from '../sign-in/place.ts'

/** A trust file: its text, and its origin. */
export type ChosenTrust = { text: string; origin: string }

/** The trust file of this page's server; null if it cannot be fetched. */
export async function fetchTrust(): Promise<ChosenTrust | null> {
  try {
    const reply = await fetch(`${prefix}/.well-known/sealane-trust.json`)
    return reply.ok ? await openTrust(await reply.text()) : null
  } catch {
    return null
  }
}

/** Reads a trust file; null for an invalid one. */
export async function openTrust(text: string): Promise<ChosenTrust | null> {
  try {
    const { origin } = await readTrust(text)
    return { text, origin }
  } catch {
    return null
  }
}
