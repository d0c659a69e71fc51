// Written by npm run generate -- row-types, from the tables that migrations/ makes.

export type ApiRequestsTables = {
  api_key_minutes: {
    organization_id: string
    api_key_id: string
    minute: Date
    requests: number
  }
  api_requests: {
    organization_id: string
    id: string
    api_key_id: string
    method: string
    path: string
    status: number
    api_version: string
    ip_address: string | null
    request_id: string
    occurred_at: Date
  }
}
