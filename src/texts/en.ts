export { errors } from './en/errors.ts'
export { faults } from './en/faults.ts'
export { letters } from './en/letters.ts'
