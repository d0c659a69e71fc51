import { canonicalJson } from '../canonical-json.ts'
import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import type { AgreementVersion } from '../submissions/index.ts'
import { sha256 } from '../vault.ts'
import type { Ceremony } from './ceremony.ts'

/**
 * What a form says about itself: its submission, its signer, its step, and the hash of the version that the page
 * showed.
 */
export type Shown = { submissionId: Id; signerId: Id; step: string; version: string }

/** A submitted form with a hash of its input. An equal hash means a second click. */
export type SentForm = Shown & { hash: Buffer }

/** The hash (hex) of what a version shows: its text and its fields. Every form carries it. */
export function hashOfVersion(
  version: Pick<AgreementVersion, 'number' | 'title' | 'source_sha256' | 'fields'>,
): string {
  const { number, title, source_sha256, fields } = version
  return sha256(canonicalJson({ number, title, source: source_sha256.toString('hex'), fields })).toString('hex')
}

export function shownOf(ceremony: Ceremony): Shown {
  const { submission, signer, version } = ceremony
  return { submissionId: submission.id, signerId: signer.id, step: keyOf(ceremony), version: hashOfVersion(version) }
}

/** The step of a form. Each kind of consent is a step of its own. */
export function keyOf({ step, nextConsent }: Pick<Ceremony, 'step' | 'nextConsent'>): string {
  return step === 'consent' ? `consent:${nextConsent}` : step
}

/** Throws `form_outdated` unless a form belongs to this signer and this version. */
export function requireSameForm({ submission, signer, version }: Ceremony, form: Shown): void {
  const isSame = form.submissionId === submission.id && form.signerId === signer.id
  if (!isSame || form.version !== hashOfVersion(version)) throw outdated()
}

/** The error for a form whose page is outdated. Nothing was done. */
export function outdated(): DomainError {
  return new DomainError('conflict', 'form_outdated', say('form_outdated'))
}

/** Whether this form was handled already, as after a second click. */
export async function isRepeated(ctx: Context, form: SentForm): Promise<boolean> {
  const known = await ctx.db
    .selectFrom('signer_forms')
    .select('form_hash')
    .where('organization_id', '=', ctx.organizationId)
    .where('signer_id', '=', form.signerId)
    .where('step', '=', form.step)
    .executeTakeFirst()
  return known?.form_hash.equals(form.hash) ?? false
}

/** Remembers the form that did a step. */
export async function rememberForm(ctx: Context, form: SentForm): Promise<void> {
  const { organizationId: organization_id, now: sent_at } = ctx
  await ctx.db
    .insertInto('signer_forms')
    .values({ organization_id, signer_id: form.signerId, step: form.step, form_hash: form.hash, sent_at })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'signer_id', 'step']).doUpdateSet({ form_hash: form.hash, sent_at }),
    )
    .execute()
}
