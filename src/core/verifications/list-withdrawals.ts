import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import { type Action, actionFields, newAction, recordAudit, toAction } from '../audit/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import type { ConsentRow } from './consent.ts'

/** A withdrawal of a consent. Its id equals the id of the consent. */
export type Withdrawal = Action & { consentId: Id; withdrawnAt: Date }

export const withdrawalList = defineList({
  name: 'withdrawal',
  permission: 'verifications:read',
  fields: {
    ...actionFields('withdrawals'),
    consentId: listField('id', 'withdrawals.consent_id'),
    withdrawnAt: listField('time', 'withdrawals.withdrawn_at', { isNeverEmpty: true }),
  },
  newest: 'withdrawnAt',
  rows: selectWithdrawals,
  read: (_, rows) => rows.map(toWithdrawal),
})

export function listWithdrawals(ctx: Context, request: ListRequest): Promise<Page<Withdrawal>> {
  return listRows(ctx, withdrawalList, request)
}

/** The withdrawal of a withdrawn consent. */
export async function readWithdrawal(ctx: Context, consentId: Id): Promise<Withdrawal> {
  return toWithdrawal(await selectWithdrawals(ctx).where('consent_id', '=', consentId).executeTakeFirstOrThrow())
}

/** Records a withdrawal, and writes its row in the trail. Runs in the caller's transaction. */
export async function recordWithdrawal(ctx: Context, consent: ConsentRow): Promise<void> {
  const { id, kind, subject_id, submission_id, text_version } = consent
  await ctx.db
    .insertInto('withdrawals')
    .values({ ...newAction(ctx, id), consent_id: id, withdrawn_at: ctx.now })
    .execute()
  await recordAudit(ctx, {
    action: 'consent.withdrawn',
    subject: { type: 'consent', id },
    ...(submission_id && { chain: submission_id }),
    data: { kind, textVersion: text_version, subjectId: subject_id },
    person: subject_id,
  })
}

function selectWithdrawals(ctx: Context) {
  return ctx.db.selectFrom('withdrawals').selectAll().where('organization_id', '=', ctx.organizationId)
}

function toWithdrawal(row: Selectable<Tables['withdrawals']>): Withdrawal {
  return { ...toAction(row), consentId: row.consent_id, withdrawnAt: row.withdrawn_at }
}
