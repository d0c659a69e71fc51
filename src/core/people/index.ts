export { openPersonKey, openPersonKeys, type PersonKey } from './key.ts'
export { destroyKey, ensureSubject, isErased, lockSubject } from './subject.ts'
export { findByWords, hasWords, wordsOf } from './words.ts'
