export {
  type PlacedSignature,
  type ReadArchiveRevision,
  readSealedDocument,
  type SealedDocument,
} from './document.ts'
export { NotOurs } from './read.ts'
