export { eraseSubject } from './erase.ts'
export { type Erasure, erasePerson, erasureList, listErasures } from './list.ts'
