import type { Context } from '../context.ts'
import type { Ceremony } from './ceremony.ts'
import type { SentForm } from './form.ts'
import { endPart, type PartInput } from './part.ts'

/**
 * The approver fills in their fields and agrees, without a signature. Records `agreement.approved` in the trail. Throws as
 * endPart does.
 */
export function approveAgreement(ctx: Context, ceremony: Ceremony, form: SentForm, input: PartInput): Promise<void> {
  return endPart(ctx, ceremony, form, input, {
    step: 'approve',
    action: 'agreement.approved',
    judge: () => ({}),
    add: async ({ now }) => ({ columns: { approved_at: now } }),
  })
}
