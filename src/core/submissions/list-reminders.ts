import { actionFields, toAction } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import type { Reminder } from './reminder.ts'

export const reminderList = defineList({
  name: 'reminder',
  permission: 'submissions:read',
  fields: {
    ...actionFields('reminders'),
    submissionId: listField('id', 'reminders.submission_id'),
    signerId: listField('id', 'reminders.signer_id'),
    remindedAt: listField('time', 'reminders.reminded_at', { isNeverEmpty: true }),
  },
  newest: 'remindedAt',
  rows: (ctx) => ctx.db.selectFrom('reminders').selectAll().where('organization_id', '=', ctx.organizationId),
  read: (_, rows): Reminder[] =>
    rows.map((row) => ({
      ...toAction(row),
      submissionId: row.submission_id,
      signerId: row.signer_id,
      remindedAt: row.reminded_at,
    })),
})

export function listReminders(ctx: Context, request: ListRequest): Promise<Page<Reminder>> {
  return listRows(ctx, reminderList, request)
}
