export { concat, encodeText, hashOf, isSame, toHex } from './bytes.ts'
export { type Certificate, readCertificate, readCommonName } from './certificates.ts'

export { readCrl } from './crls.ts'
export { findProofs } from './proofs.ts'
export { type AsnRefusal, Refused } from './refused.ts'
export { type CheckedSeal, checkSeal } from './seals.ts'
export { type CheckedToken, checkToken } from './tokens.ts'
