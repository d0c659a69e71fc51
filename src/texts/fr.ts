export { faults } from './fr/faults.ts'
