// Written by npm run generate -- row-types, from the tables that migrations/ makes.

export type SavedViewsTables = {
  saved_views: {
    organization_id: string
    id: string
    user_id: string
    name: string
    path: string
    query: string
    created_at: Date
    updated_at: Date
  }
}
