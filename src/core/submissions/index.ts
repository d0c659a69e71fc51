export { announceEnd } from './announce-end.ts'
export { beginSubmission } from './begin.ts'
export { bundleDocument, bundleSubmission, proveDocument, proveSubmission } from './bundle.ts'
export { completeSubmission, type Finishing } from './completion.ts'
export {
  type AgreementVersion,
  isClosed,
  loadContents,
  loadPresentVersion,
  type SubmissionContents,
} from './contents.ts'
export { type CreatedSubmission, createSubmission, type NewSubmission } from './create.ts'
export { createSubmissions } from './create-many.ts'
export {
  findDocument,
  getSeal,
  readDocument,
  readDocumentBytes,
  type SubmissionDocument,
} from './document.ts'
export { forgetEntries, openEntries, saveEntries } from './entries.ts'
export { saveFieldValues } from './field-values.ts'
export { describeGiven, type Given } from './given.ts'
export { type DocumentVerdict, inspectEvidence, type JudgeDocument } from './inspect.ts'
export { inviteSigner, renewInvitation } from './invitation.ts'
export { submissionJobs, submissionSchedule } from './jobs.ts'
export { findLink, isOpenLink, requireOpen } from './link.ts'
export { listSubmissions, submissionList } from './list.ts'
export { declineList, listDeclines, recordDecline } from './list-declines.ts'
export { documentList, listDocuments } from './list-documents.ts'
export { listReminders, reminderList } from './list-reminders.ts'
export { listSigners, signerList } from './list-signers.ts'
export { listVoidings, voidingList } from './list-voidings.ts'
export { lockSubmission } from './lock.ts'
export { sealMark } from './mark.ts'
export {
  type LeftOut,
  type Metadata,
  type Parameter,
  type ReadParameters,
  readParameters,
  toParameters,
} from './metadata.ts'
export {
  findGivenFaults,
  findNamedFaults,
  findSignerFaults,
  isSameAddress,
  type Named,
  type NewSigner,
  nameSigner,
  whomOf,
} from './new-signer.ts'
export { findOpenSigner } from './open-signer.ts'
export { fillIn, nameFromDefaults, termsOf } from './others.ts'
export { presentVersionOf } from './present-version.ts'
export { type Draft, describePreview, type Preview, previewAgreement } from './preview.ts'
export { type Reminder, remindSigner } from './reminder.ts'
export { selectDocuments } from './retention.ts'
export { namesSecret } from './secret-names.ts'
export { shownMetadata } from './shown-metadata.ts'
export {
  findSigners,
  forgetAddresses,
  forgetWords,
  hasActed,
  indexSigner,
  listSignerVerifications,
  openSigners,
  type Signer,
  type SignerVerification,
  sealSigner,
} from './signer.ts'
export {
  forgetSignerFiles,
  openSignerFiles,
  readSignerFile,
  type SignerFile,
  saveSignerFile,
} from './signer-files.ts'
export { getSubmission, type Submission, type SubmissionSigner, submissionStatuses } from './submission.ts'
export { tellOfEnd } from './tell-end.ts'
export { knownTrackingParameters } from './tracking-parameters.ts'
export { callNext, isTurn, isUnnamed, moveOn, whoseTurn } from './turns.ts'
export { countUnsealed } from './unsealed.ts'
export { endForErasure, voidOpenSubmission, voidSubmission } from './voiding.ts'
