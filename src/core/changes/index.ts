export { noteChange } from './note.ts'
export { type Change, type Changes, readChanges } from './read.ts'
