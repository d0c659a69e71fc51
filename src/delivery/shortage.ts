import pg from 'pg'

/** Whether the database is up and short of something: disk, memory, connections (SQLSTATE class 53). */
export function isShortage(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code?.startsWith('53') ?? false)
}
