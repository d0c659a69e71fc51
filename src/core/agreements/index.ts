export {
  type Agreement,
  archiveAgreement,
  createAgreement,
  getAgreement,
  listAgreements,
  updateAgreement,
} from './agreements.ts'
export * from './document/index.ts'
export {
  type AgreementLink,
  createAgreementLink,
  getAgreementLink,
  listAgreementLinks,
  updateAgreementLink,
} from './links.ts'
export { type AgreementInput, type CheckRequired, maxTextLength } from './rules.ts'
