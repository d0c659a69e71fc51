// Written by npm run generate -- row-types, from the tables that migrations/ makes.

export type SignInTables = {
  server_admins: {
    user_id: string
    granted_at: Date
    granted_by: string | null
  }
}
