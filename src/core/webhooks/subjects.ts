import { sql } from 'kysely'
import type { Id } from '../ids.ts'
import { type ListField, listField } from '../lists/index.ts'

/** What an event is about, by kind. */
export type EventSubjects = { verificationId: Id | null; submissionId: Id | null; signerId: Id | null }

/** What the event of a row is about. */
export function subjectsOf({ subject_type, subject_id }: { subject_type: string; subject_id: Id }): EventSubjects {
  return {
    verificationId: subject_type === 'verification' ? subject_id : null,
    submissionId: subject_type === 'submission' ? subject_id : null,
    signerId: subject_type === 'signer' ? subject_id : null,
  }
}

/** The id of what an event is about if it is of that type, as a field of a list. */
export function subjectField(type: string): ListField {
  return listField('id', sql`(case when event.subject_type = ${sql.lit(type)} then event.subject_id end)`)
}
