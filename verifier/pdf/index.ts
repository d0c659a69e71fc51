export { type ReadArchiveRevision, readSealedDocument, type SealedDocument } from './document.ts'
