// Written by npm run generate -- row-types, from the tables that migrations/ makes.

export type WitnessesTables = {
  evidence_witnesses: {
    organization_id: string
    witness: string
    size: number
    refusal: 'larger' | 'other' | null
    asked_at: Date
  }
}
