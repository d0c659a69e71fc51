import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { type Fault, fault, notFound, refuseFaults } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { ensureSubject, lockSubject } from '../people/index.ts'
import { requirePermission } from '../permissions.ts'
import { checkText } from '../text.ts'
import { isVisible } from '../visible-text.ts'
import { cancelOpen } from './cancel.ts'
import type { VerificationType } from './catalogue.ts'
import { type Consent, type ConsentOrigin, type ConsentRow, openConsent, sealOrigin } from './consent.ts'
import { type ConsentText, consentTexts, findConsentText, hashConsentText } from './consent-texts.ts'
import { requiredConsents } from './gate.ts'
import { readWithdrawal, recordWithdrawal, type Withdrawal } from './list-withdrawals.ts'
import { requireSelfOr } from './own-subject.ts'
import { resolveBelonging } from './references.ts'

/**
 * A consent to record. Omit `subjectId` for a new person, and for a signer, whose person is known. `textVersion` is the
 * newest by default. Address and browser are the person's own: a signer's request has them, and an integrator gives
 * them.
 */
export type NewConsent = {
  kind: string
  subjectId?: Id
  textVersion?: string
  locale?: string
  typedName?: string | null
  ipAddress?: string | null
  userAgent?: string | null
  submissionId?: Id | null
  signerId?: Id | null
}

/**
 * Records a consent. A second consent to the same text returns the first. A withdrawn consent can be given again, and
 * the withdrawn one stays.
 * Throws `validation_failed`, `subject_erased`, `signer_not_found`, `submission_not_found`.
 */
export async function giveConsent(ctx: Context, input: NewConsent): Promise<Consent> {
  refuseFaults(findConsentFaults(input))
  const text = textOf(input)
  if (!text) throw new Error('A consent without a text had no fault.')
  return transaction(ctx, async (inner) => {
    const belonging = await resolveBelonging(inner, input)
    const person = input.subjectId ?? belonging.subjectId ?? undefined
    await requireSelfOr(inner, 'verifications:write', person)
    const subjectId = await ensureSubject(inner, person)
    await lockSubject(inner, subjectId)
    const id = newId(inner.now.getTime())
    const origin = originOf(inner, input)
    const personal = await sealOrigin(inner, id, subjectId, origin)
    const row = await inner.db
      .insertInto('consents')
      .values({
        ...toRow(inner, input, text),
        id,
        submission_id: belonging.submissionId,
        subject_id: subjectId,
        personal,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst()
    if (!row) return findLive(inner, subjectId, text)
    await recordAudit(inner, {
      action: 'consent.given',
      subject: { type: 'consent', id: row.id },
      ...(row.submission_id && { chain: row.submission_id }),
      data: { kind: row.kind, textVersion: row.text_version, textSha256: row.text_sha256.toString('hex'), subjectId },
      person: subjectId,
      personal: toldOf(inner, origin),
    })
    return openConsent(inner, row)
  })
}

/**
 * Withdraws a consent and cancels the open verifications that need it. A second call changes nothing. Throws
 * `consent_not_found`.
 */
export async function withdrawConsent(ctx: Context, id: Id): Promise<{ consent: Consent; withdrawal: Withdrawal }> {
  if (ctx.actor.kind !== 'signer') requirePermission(ctx, 'verifications:write')
  return transaction(ctx, async (inner) => {
    const known = await findConsent(inner, id)
    if (ctx.actor.kind === 'signer' && ctx.actor.id !== known.signer_id) throw notFound('consent')
    await lockSubject(inner, known.subject_id)
    const row = await findConsent(inner, id)
    if (!row.withdrawn_at) await withdraw(inner, row)
    const consent = await openConsent(inner, { ...row, withdrawn_at: row.withdrawn_at ?? inner.now })
    return { consent, withdrawal: await readWithdrawal(inner, id) }
  })
}

async function withdraw(ctx: Context, row: ConsentRow): Promise<void> {
  await ctx.db
    .updateTable('consents')
    .set({ withdrawn_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', row.id)
    .execute()
  const needsIt = (type: VerificationType) => requiredConsents[type].some((kind) => kind === row.kind)
  await cancelOpen(ctx, row.subject_id, needsIt, 'candidate_withdrew_consent')
  await recordWithdrawal(ctx, row)
}

/** One consent. Throws `consent_not_found`. */
export async function getConsent(ctx: Context, id: Id): Promise<Consent> {
  requirePermission(ctx, 'verifications:read')
  return openConsent(ctx, await findConsent(ctx, id))
}

async function findConsent(ctx: Context, id: Id): Promise<ConsentRow> {
  const row = await ctx.db
    .selectFrom('consents')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('consent')
  return row
}

function textOf({ kind, textVersion, locale }: Partial<NewConsent>): ConsentText | undefined {
  if (kind === undefined) return undefined
  return findConsentText(kind, {
    ...(textVersion !== undefined && { version: textVersion }),
    ...(locale !== undefined && { locale }),
  })
}

/** The faults of the given members. Whether a typed name is required depends on the kind. */
export function findConsentFaults(input: Partial<NewConsent>): Fault[] {
  const name = input.typedName?.trim() ?? ''
  const faults = checkText(['typedName'], name, { maxLength: 200 })
  if (input.kind === undefined) return faults
  if (!consentTexts.some((known) => known.kind === input.kind)) {
    const allowed = [...new Set(consentTexts.map((known) => known.kind))]
    faults.push(fault(['kind'], 'enum', { allowed, value: input.kind }))
  } else if (!textOf(input)) {
    faults.push(fault(['textVersion'], 'text_version', { value: input.textVersion }))
  }
  if (!isVisible(name) && input.kind !== 'electronic_records') faults.push(fault(['typedName'], 'required_typed_name'))
  return faults
}

function toRow(ctx: Context, input: NewConsent, text: ConsentText) {
  return {
    organization_id: ctx.organizationId,
    signer_id: input.signerId ?? null,
    kind: text.kind,
    text_version: text.version,
    text_sha256: hashConsentText(text),
    locale: text.locale,
    accepted_at: ctx.now,
  }
}

function originOf(ctx: Context, { typedName, ipAddress, userAgent }: NewConsent): ConsentOrigin {
  const origin = ctx.actor.kind === 'signer' ? ctx.origin : undefined
  return {
    typedName: typedName?.trim() || null,
    ipAddress: ipAddress ?? origin?.ipAddress ?? null,
    userAgent: userAgent ?? origin?.userAgent ?? null,
  }
}

// Leaves address and browser out for a signer, because the act in the trail has them.
function toldOf(ctx: Context, { typedName, ...whence }: ConsentOrigin): Record<string, string> {
  const told = Object.entries({ typedName, ...(ctx.actor.kind !== 'signer' && whence) })
  return Object.fromEntries(told.flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

async function findLive(ctx: Context, subjectId: Id, text: ConsentText): Promise<Consent> {
  const row = await ctx.db
    .selectFrom('consents')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', '=', subjectId)
    .where('kind', '=', text.kind)
    .where('text_version', '=', text.version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return openConsent(ctx, row)
}
