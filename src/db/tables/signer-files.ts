// Written by npm run generate -- row-types, from the tables that migrations/ makes.

export type SignerFilesTables = {
  signer_files: {
    organization_id: string
    signer_id: string
    field_key: string
    name: Buffer
    content: Buffer
    content_type: string
    byte_size: number
    sha256: Buffer
    sent_at: Date
  }
}
