export {
  type Agreement,
  archiveAgreement,
  createAgreement,
  getAgreement,
  setAgreementArchived,
  updateAgreement,
} from './agreements.ts'
export { checkFilledLength } from './budget.ts'
export { deleteAgreement, deleteAgreementLink } from './delete.ts'
export * from './document/index.ts'
export {
  type Condition,
  checkFieldValues,
  conditionMembers,
  dayBounds,
  type Field,
  type FieldType,
  type FileWord,
  fieldKinds,
  fieldMembers,
  fieldSchema,
  fileTypes,
  fillAutomatic,
  finishField,
  type GivenValues,
  keepShown,
  listShown,
  longestFileName,
  type Proposed,
  proposeValues,
  readAs,
  readFieldValues,
  readGiven,
  shownFields,
  toFields,
  usualFileTypes,
  usualMegabytes,
} from './fields/index.ts'
export { isKey, longestKey } from './key.ts'
export { chooseLanguage } from './language.ts'
export { findLinkSigners, type GivenLinkSigner, type LinkSigner, openLinkSigners } from './link-people.ts'
export {
  type AgreementLink,
  createAgreementLink,
  getAgreementLink,
  updateAgreementLink,
} from './links.ts'
export { agreementLinkList, agreementList, listAgreementLinks, listAgreements } from './list.ts'
export { findWrittenFile, readAgreementFile, readAgreementPage } from './reading-file.ts'
export { type GivenRole, inActingOrder, mostRoles, roleKinds } from './roles.ts'
export { type AgreementInput, findAgreementFaults } from './rules.ts'
export {
  findTimeFaults,
  mostDaysToSign,
  mostReminderDays,
  mostReminders,
  type SigningTime,
  usualDaysToSign,
} from './signing-time.ts'
export * from './sources/index.ts'
export { longestTag, mostTags } from './tags.ts'
export { createAgreementOf, duplicateAgreementOf, type GivenAgreement, updateAgreementOf } from './taking.ts'
export { agreementVersionList, listAgreementVersions } from './versions.ts'
export {
  authModes,
  isRecipient,
  markAddress,
  markPasscode,
  mostRecipients,
  openParameterSecret,
  openRecipients,
  passcodeLengths,
  secretLengths,
} from './ways-in.ts'
