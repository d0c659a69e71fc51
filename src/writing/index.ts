export * from './direction.ts'
export * from './drawing.ts'
export * from './fonts/index.ts'
export * from './words.ts'
