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
export { type AgreementInput, maxTextLength } from './rules.ts'
