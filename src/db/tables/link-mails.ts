// Written by npm run generate -- row-types, from the tables that migrations/ makes.

export type LinkMailsTables = {
  link_mails: {
    organization_id: string
    id: string
    agreement_link_id: string
    caused_at: Date
    mails: number
  }
}
