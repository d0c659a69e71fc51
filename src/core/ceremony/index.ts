export { approveAgreement } from './approve.ts'
export {
  afterglowMs,
  asSigner,
  type Ceremony,
  consentsToGive,
  detailsToGive,
  findCeremony,
  loadCeremony,
} from './ceremony.ts'
export { addressOf, askForCode, isCodeOut, maskAddress, proveByCode } from './code.ts'
export { type ConsentInput, giveSignerConsent } from './consent.ts'
export { declineAgreement } from './decline.ts'
export { giveDetails } from './details.ts'
export { saveDraft } from './draft.ts'
export { filesTaken, sendFile, takeFileBack } from './files.ts'
export { requireSameForm, type SentForm, type Shown, shownOf } from './form.ts'
export { type Held, isSameMetadata, listHeld } from './held.ts'
export { type Identity, identifySigner } from './identify.ts'
export { ceremonyJobs, ceremonySchedule } from './jobs.ts'
export { askForLinkCode, enterByLinkCode } from './link-code.ts'
export type { SignatureInput } from './mark.ts'
export { acceptInvitation, openAgreement } from './opening.ts'
export { listUnnamed, nameOthers, type OthersInput } from './others.ts'
export { type Reading, readAgreement, readInvitation } from './reading.ts'
export { delegateSigner, type Reassigned, reassignSigner } from './reassign.ts'
export { endSessions, type Proof, type SignerSession } from './session.ts'
export { type SignInput, signAgreement } from './sign.ts'
export { requireSignedQuery } from './signed-parameters.ts'
export { enterByPasscode, readWayIn, type WayIn } from './way-in.ts'
