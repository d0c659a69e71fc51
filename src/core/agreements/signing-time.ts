import type { ReminderRule } from '../../db/index.ts'
import { type Fault, fault } from '../errors.ts'

/** How many days a submission can be signed by default. */
export const usualDaysToSign = 30
export const mostDaysToSign = 365
export const mostReminderDays = 90
export const mostReminders = 20

/** How long people may sign, and when they are reminded. Null means the default time, and no reminders. */
export type SigningTime = { daysToSign?: number | null; reminders?: ReminderRule | null }

/** The faults of a signing time and of reminders. */
export function findTimeFaults({ daysToSign, reminders }: SigningTime): Fault[] {
  const bounds = [
    ['firstAfterDays', mostReminderDays],
    ['everyDays', mostReminderDays],
    ['atMost', mostReminders],
  ] as const
  return [
    ...(daysToSign == null ? [] : findOutside(['daysToSign'], daysToSign, mostDaysToSign)),
    ...(reminders == null
      ? []
      : bounds.flatMap(([name, most]) => findOutside(['reminders', name], reminders[name], most))),
  ]
}

function findOutside(path: string[], value: number, most: number): Fault[] {
  if (Number.isInteger(value) && value >= 1 && value <= most) return []
  return [fault(path, 'range', { least: 1, most, value })]
}
