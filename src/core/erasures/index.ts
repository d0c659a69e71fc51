export { eraseSubject } from './erase.ts'
export { type Erasure, erasureList, listErasures, requestErasure } from './list.ts'
