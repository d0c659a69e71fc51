export {
  browseSigners,
  browseSubmissions,
  type SubmissionParty,
  signerFields,
  submissionFields,
} from './browse.ts'
export { browseDocuments, documentFields, readDocumentBytes } from './browse-documents.ts'
export { type Ceremony, consentsToGive, detailsToGive, findCeremony, type Step } from './ceremony.ts'
export { completeSubmission } from './complete.ts'
export { declineAgreement } from './decline.ts'
export { giveDetails, giveSignerConsent } from './give.ts'
export { type Identity, identifySigner } from './identify.ts'
export { createSubmission, findSubmissionFaults, type NewSubmission, openInvitation } from './invite.ts'
export { type SigningJobDependencies, signingJobs, signingSchedule } from './jobs.ts'
export type { SignatureInput } from './mark.ts'
export { type SignInput, signAgreement } from './sign.ts'
export {
  findDocument,
  findVoidingFaults,
  getSubmission,
  listSubmissions,
  readDocument,
  type Submission,
  type SubmissionDocument,
  type SubmissionSigner,
  type SubmissionStatus,
  voidSubmission,
} from './submissions.ts'
export { findLink, type OpenLink, openLink, toMetadata, viewAgreement } from './view.ts'
export { requestVoiding } from './voidings.ts'
