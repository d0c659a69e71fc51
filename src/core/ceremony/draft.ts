import { randomBytes } from 'node:crypto'
import { readFieldValues } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { saveEntries } from '../submissions/index.ts'
import type { Ceremony } from './ceremony.ts'
import type { FilledForm } from './fill-in.ts'
import { requireSameForm, type Shown } from './form.ts'
import { withCeremony } from './steps.ts'

/** The greatest length of all values of a draft together. */
const most = 600_000
const longestValue = 50_000

/**
 * Stores what the signer has typed so far, sealed with their key, without checks and without the signature. `token`
 * lets the browser recognise the draft. Returns false after the signer has acted, and for a draft that is too large.
 * Throws `form_outdated`.
 */
export async function saveDraft(
  ctx: Context,
  ceremony: Ceremony,
  form: Shown,
  typed: Pick<FilledForm, 'fields' | 'locale'> & { token?: string },
): Promise<boolean> {
  requireSameForm(ceremony, form)
  const { role } = ceremony.signer
  const own = ceremony.version.fields.filter((field) => field.role === role && !ceremony.proposed.fixed.has(field.key))
  const values = [...readFieldValues(own, typed.fields, typed.locale)].map(([{ key }, value]) => [key, value] as const)
  const isTooLarge = values.reduce((sum, [, value]) => sum + value.length, 0) > most
  if (isTooLarge || values.some(([, value]) => value.length > longestValue)) return false
  const token = /^[\w-]{1,40}$/.test(typed.token ?? '') ? (typed.token ?? null) : randomBytes(9).toString('base64url')
  let isKept = false
  await withCeremony(ctx, ceremony, async (inner, { signer, step }) => {
    if (step !== 'sign' && step !== 'approve') return
    await saveEntries(inner, signer, 'signer', Object.fromEntries(values), token)
    isKept = true
  })
  return isKept
}
