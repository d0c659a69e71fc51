import { readTrust } from '../../verifier/trust.ts'
import { prefix } from '../sign-in/place.ts'

/** A trust file that was read: its text, and of whom it is. */
export type ChosenTrust = { text: string; origin: string }

/** The trust file of the server that this page is from; null when it cannot be had. */
export async function fetchTrust(): Promise<ChosenTrust | null> {
  try {
    const reply = await fetch(`${prefix}/.well-known/sealane-trust.json`)
    return reply.ok ? await openTrust(await reply.text()) : null
  } catch {
    return null
  }
}

/** Reads a trust file; null for what is none. */
export async function openTrust(text: string): Promise<ChosenTrust | null> {
  try {
    const { origin } = await readTrust(text)
    return { text, origin }
  } catch {
    return null
  }
}
