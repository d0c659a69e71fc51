export * from './direction.ts'
export * from './fonts/index.ts'
