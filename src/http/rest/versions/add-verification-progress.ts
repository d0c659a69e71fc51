import { namesSince } from '../member-table.ts'
import { verificationMembers } from '../verifications/verification.ts'
import { type VersionChange, withoutMembers, withoutValues } from './change.ts'

const names = namesSince('2.2', verificationMembers)

/** Release notes of 2.2: "Extra data for Verifications object". */
export const addVerificationProgress: VersionChange = {
  id: 'add-verification-progress',
  description: 'The verification object has sub_status, last_status_at, submitted_at and verification_details.',
  resources: ['verification'],
  schema: (newer) => withoutMembers(newer, names),
  response: (newer) => withoutValues(newer, names),
}
