export type IdempotencyTables = {
  idempotent_replies: {
    organization_id: string
    caller_id: string
    key: string
    fingerprint: Buffer
    reply: Buffer | null
    about: string[]
    created_at: Date
  }
}
