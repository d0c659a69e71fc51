export { recordAudit } from './record.ts'
export { verifyChain } from './verify.ts'
