import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { selectVerifications, toVerification, type Verification } from './verification.ts'

/** That a check was called off before it ended; its id is the check's. */
export type Cancellation = {
  id: Id
  verificationId: Id
  reason: string | null
  reasonCode: string | null
  cancelledAt: Date | null
}

/** What cancellations are listed by. */
export const cancellationList = defineList({
  name: 'cancellation',
  permission: 'verifications:read',
  fields: {
    id: listField('id', 'verifications.id'),
    verificationId: listField('id', 'verifications.id'),
    reason: listField('text', sql`(verifications.details->>'reason')`),
    reasonCode: listField('text', sql`(verifications.details->'reason_codes'->>0)`),
    cancelledAt: listField('time', 'verifications.cancelled_at', { isNeverEmpty: true }),
  },
  newest: 'cancelledAt',
  rows: (ctx) => selectVerifications(ctx).selectAll().where('cancelled_at', 'is not', null),
  read: (_, rows) => rows.map((row) => toCancellation(toVerification(row))),
})

/** Cancellations, newest first unless sorted. */
export function listCancellations(ctx: Context, request: ListRequest): Promise<Page<Cancellation>> {
  return listRows(ctx, cancellationList, request)
}

/** The cancellation that a cancelled check carries. */
export function toCancellation({ id, details, cancelledAt }: Verification): Cancellation {
  const codes = details.reason_codes
  const reasonCode: unknown = Array.isArray(codes) ? codes[0] : null
  return {
    id,
    verificationId: id,
    reason: typeof details.reason === 'string' ? details.reason : null,
    reasonCode: typeof reasonCode === 'string' ? reasonCode : null,
    cancelledAt,
  }
}
