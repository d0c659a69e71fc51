export { errors } from './en/errors.ts'
export { faults } from './en/faults.ts'
