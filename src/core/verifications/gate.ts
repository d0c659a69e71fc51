import type { Context } from '../context.ts'
import { DomainError, fault, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import type { VerificationType } from './catalogue.ts'
import type { ConsentKind } from './consent-texts.ts'

/** The consents that each type of verification requires (reference, section 5). */
export const requiredConsents: Readonly<Record<VerificationType, readonly ConsentKind[]>> = {
  enhanced_identity_verification: ['background_check', 'biometrics'],
  us_criminal_record_check: ['background_check'],
  motor_vehicle_record: ['driving_record'],
  panel_drug: ['drug_test'],
}

/**
 * Throws unless the person has given every consent that the verification requires. The caller has locked the person, so
 * a withdrawal either comes before the order or cancels it.
 * Throws `consent_missing` with all missing kinds.
 */
export async function requireConsents(ctx: Context, subjectId: Id, type: VerificationType): Promise<void> {
  const given = await ctx.db
    .selectFrom('consents')
    .select('kind')
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', '=', subjectId)
    .where('withdrawn_at', 'is', null)
    .execute()
  const missing = requiredConsents[type].filter((kind) => !given.some((consent) => consent.kind === kind))
  if (missing.length === 0) return
  throw new DomainError('conflict', 'consent_missing', say('consent_missing', { kinds: missing }), {
    faults: missing.map((kind) => fault(['consents', kind], 'consent', { kind })),
  })
}
