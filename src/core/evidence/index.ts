export { describeCertificate } from './certificates.ts'
export { readCheckpoint, writeProof } from './checkpoint.ts'
export { compareHead, type SealedHead } from './compare-head.ts'
export {
  type AskWitness,
  inspectWitnesses,
  type NamedWitness,
  noteWitnesses,
  type Witnessing,
  type WitnessPolicy,
  witnessLogs,
} from './cosign-heads.ts'
export { writeWitnessKey } from './cosignature.ts'
export { type SealLevel, sealLevels } from './format.ts'
export {
  ImportRefused,
  type KnownCertificate,
  listCertificates,
  readCrls,
  rotateIdentity,
} from './identities.ts'
export { inspectLog } from './inspect.ts'
export { inspectKeys } from './inspect-keys.ts'
export { listLogKeys, rotateLogKey } from './keys.ts'
export { evidenceLogList, listEvidenceLogs } from './list.ts'
export { extendLogs, readHead } from './log.ts'
export { type NoteSigner, rawPublicKey, readVerifier, type Verifier, writeVerifier } from './note.ts'
export { hostOf } from './origin.ts'
export { proveEntry, readEntries } from './prove.ts'
export { reasonOf } from './seal-fault.ts'
export type * from './seal-tools.ts'
export {
  bringIdentity,
  createProver,
  createSealGate,
  type Prover,
  rehearseSeal,
  type Sealing,
  type SealSettings,
} from './sealing.ts'
export { readPublicTile } from './tiles.ts'
export { readTrust, type Trust, type TrustSettings } from './trust.ts'
export { createWitness, type Seen } from './witness.ts'
