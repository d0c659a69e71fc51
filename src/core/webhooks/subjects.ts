import { sql } from 'kysely'
import type { Id } from '../ids.ts'
import { type ListField, listField } from '../lists/index.ts'

/** The subject of an event. Only the member of its kind is not null. */
export type EventSubjects = { verificationId: Id | null; submissionId: Id | null; signerId: Id | null }

export function subjectsOf({ subject_type, subject_id }: { subject_type: string; subject_id: Id }): EventSubjects {
  return {
    verificationId: subject_type === 'verification' ? subject_id : null,
    submissionId: subject_type === 'submission' ? subject_id : null,
    signerId: subject_type === 'signer' ? subject_id : null,
  }
}

/** The id of an event's subject if it has this type, as a list field. */
export function subjectField(type: string): ListField {
  return listField('id', sql`(case when event.subject_type = ${sql.lit(type)} then event.subject_id end)`)
}
