export { errors } from './fr/errors.ts'
export { faults } from './fr/faults.ts'
export { letters } from './fr/letters.ts'
