export * from './finished.ts'
export * from './model.ts'
export { parseAgreement } from './parse.ts'
export { countUses } from './uses.ts'
