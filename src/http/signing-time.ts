import { Type } from 'typebox'
import { mostDaysToSign, mostReminderDays, mostReminders } from '../core/agreements/index.ts'

const days = { minimum: 1, maximum: mostReminderDays }
const first = Type.Integer({ ...days, description: 'How many days after the turn began the first reminder goes out.' })
const next = Type.Integer({ ...days, description: 'How many days lie between the reminders that follow.' })
const often = Type.Integer({ minimum: 1, maximum: mostReminders, description: 'How often at most.' })

/** The number of days for signing; `otherwise` is the meaning of null. */
export const daysToSign = (otherwise: string) =>
  Type.Union([Type.Integer({ minimum: 1, maximum: mostDaysToSign }), Type.Null()], {
    description: `For how many days a submission can be signed, 1 to ${mostDaysToSign}; null is ${otherwise}.`,
    examples: [14],
  })

/** The rule of reminders, in camelCase. */
export const reminderRule = Type.Object(
  { firstAfterDays: first, everyDays: next, atMost: often },
  { additionalProperties: false },
)

/** The rule of reminders, in snake_case. */
export const reminderRuleInSnakeCase = Type.Object(
  { first_after_days: first, every_days: next, at_most: often },
  { additionalProperties: false },
)
