export { openPersonKey, openPersonKeys, type PersonKey } from './key.ts'
export { destroyKey, ensureSubject, isErased, lockSubject } from './subject.ts'
