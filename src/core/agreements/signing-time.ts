import type { ReminderRule } from '../../db/index.ts'
import { type Fault, fault } from '../errors.ts'

/** For how long a submission can be signed unless something else is said. */
export const usualDaysToSign = 30
export const mostDaysToSign = 365
export const mostReminderDays = 90
export const mostReminders = 20

/** How long there is to sign, and when people are reminded; null is the usual time, and no reminders. */
export type SigningTime = { daysToSign?: number | null; reminders?: ReminderRule | null }

/** The faults of how long there is to sign, and of when people are reminded. */
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
