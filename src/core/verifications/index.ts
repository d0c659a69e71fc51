export { cancelOfSubmission, cancelOpen, cancelVerification } from './cancel.ts'
export {
  tiersOfType,
  type VerificationSubtype,
  type VerificationTier,
  type VerificationType,
  verificationCatalogue,
} from './catalogue.ts'
export { claimReview, listReviewClaims, releaseReview, reviewClaimList } from './claims.ts'
export { type Consent, listSignerConsents } from './consent.ts'
export {
  type ConsentKind,
  type ConsentText,
  consentTexts,
  findConsentText,
  hashConsentText,
} from './consent-texts.ts'
export { getConsent, giveConsent, withdrawConsent } from './consents.ts'
export { decideVerification } from './decide.ts'
export { deleteVerification } from './delete.ts'
export { forgetMetadata, recordErasure } from './erase.ts'
export { requiredConsents } from './gate.ts'
export { verificationJobs, verificationSchedule } from './jobs.ts'
export { getVerification, listVerifications, verificationList } from './list.ts'
export { cancellationList, listCancellations } from './list-cancellations.ts'
export { consentList, listConsents } from './list-consents.ts'
export { decisionList, listDecisions } from './list-decisions.ts'
export { consentTextList, type ListedText, listConsentTexts } from './list-texts.ts'
export { listWithdrawals, withdrawalList } from './list-withdrawals.ts'
export { orderVerification } from './order.ts'
export { checkKind, type OrderedKind, requireKind } from './order-rules.ts'
export { type DetailField, type DetailKey, detailFields, type Person, requiredDetails } from './person.ts'
export { checkPerson, normalizePerson } from './person-rules.ts'
export { findUnprintableIn, readTypedPerson } from './person-typed.ts'
export { savePerson } from './personal-data.ts'
export type { HarmlessMembers, Provider, Providers, Report } from './provider.ts'
export { applyProviderReport } from './reports.ts'
export { rollUpVerifications } from './roll-up.ts'

export { usStates } from './us-states.ts'
export type { Verification } from './verification.ts'
