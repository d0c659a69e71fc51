export {
  type Agreement,
  archiveAgreement,
  createAgreement,
  getAgreement,
  listAgreements,
  setAgreementArchived,
  updateAgreement,
} from './agreements.ts'
export { agreementFields, agreementLinkFields, browseAgreementLinks, browseAgreements } from './browse.ts'
export { deleteAgreement, deleteAgreementLink } from './delete.ts'
export * from './document/index.ts'
export {
  type AgreementLink,
  createAgreementLink,
  findLinkFaults,
  getAgreementLink,
  listAgreementLinks,
  updateAgreementLink,
} from './links.ts'
export { type AgreementInput, findAgreementFaults, maxTextLength } from './rules.ts'
