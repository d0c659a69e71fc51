// Written by npm run generate -- row-types, from the tables that migrations/ makes.

export type ReviewClaimsTables = {
  review_claims: {
    organization_id: string
    id: string
    verification_id: string
    user_id: string
    claimed_at: Date
    ends_at: Date
  }
}
