export { canonicalJson } from './hash.ts'
export { recordAudit } from './record.ts'
export { verifyChain } from './verify.ts'
