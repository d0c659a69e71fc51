export { canonicalJson } from './hash.ts'
export { type AuditEvent, auditEventFields, listAuditEvents } from './list.ts'
export { recordAudit } from './record.ts'
export { verifyChain } from './verify.ts'
