// Written by npm run generate -- row-types, from the tables that migrations/ makes.

export type UsedCodesTables = {
  used_codes: {
    user_id: string
    code_hash: Buffer
    used_at: Date
  }
}
