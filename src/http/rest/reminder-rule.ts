import { type Static, Type } from 'typebox'
import type { AgreementLink } from '../../core/agreements/index.ts'
import { reminderRuleInSnakeCase } from '../signing-time.ts'
import { givenAs, join, shownAs } from './member-table.ts'

type Rule = NonNullable<AgreementLink['reminders']>
type Wire = Static<typeof reminderRuleInSnakeCase>

const read = ({ first_after_days, every_days, at_most }: Wire): Rule => ({
  firstAfterDays: first_after_days,
  everyDays: every_days,
  atMost: at_most,
})

const present = ({ firstAfterDays, everyDays, atMost }: Rule): Wire => ({
  first_after_days: firstAfterDays,
  every_days: everyDays,
  at_most: atMost,
})

/** The reminders of people, in requests and replies. */
export function reminders(about: string) {
  const schema = Type.Union([reminderRuleInSnakeCase, Type.Null()], { description: about })
  return join(
    givenAs(schema, (rule) => rule && read(rule)),
    shownAs(schema, (rule: Rule | null) => rule && present(rule)),
  )
}
