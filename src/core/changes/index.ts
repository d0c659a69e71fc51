export { noteChange } from './note.ts'
export { type Change, type Changes, mostChanges, readChanges } from './read.ts'
