// Written by npm run generate -- row-types, from the tables that migrations/ makes.

export type SignerEntriesTables = {
  signer_entries: {
    organization_id: string
    signer_id: string
    entered_by: 'sender' | 'signer'
    sealed: Buffer
    token: string | null
    entered_at: Date
  }
}
