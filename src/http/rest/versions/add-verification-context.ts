import { namesSince } from '../member-table.ts'
import { verificationMembers } from '../verifications/verification.ts'
import { type VersionChange, withoutMembers, withoutValues } from './change.ts'

const names = namesSince('2.1', verificationMembers)

/** Release notes of 2.1: "Added new response attributes to the Verification object". */
export const addVerificationContext: VersionChange = {
  id: 'add-verification-context',
  description: 'The verification object has organization_id, is_scan and verification_subtype.',
  resources: ['verification'],
  schema: (newer) => withoutMembers(newer, names),
  response: (newer) => withoutValues(newer, names),
}
