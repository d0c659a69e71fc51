export { errors } from './fr/errors.ts'
export { faults } from './fr/faults.ts'
