// Written by npm run generate -- row-types, from the tables that migrations/ makes.

export type WaysBackTables = {
  password_resets: {
    id: string
    user_id: string
    token_hash: Buffer
    expires_at: Date
    used_at: Date | null
    created_at: Date
  }
}
