export { openPersonKey, openPersonKeys, type PersonKey } from './key.ts'
export { destroyKey, ensureSubject, isErased, lockSubject, makeSubjects } from './subject.ts'
export { findBySigners, findByWords, hasWords, wordsOf } from './words.ts'
