export { type Database, type Handle, openDatabase } from './connection.ts'
export { migrate } from './migrate.ts'
export type * from './tables.ts'
export { transaction } from './transaction.ts'
