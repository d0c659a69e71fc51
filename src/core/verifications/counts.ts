import { sql } from 'kysely'
import type { Counted } from '../lists/index.ts'

/** How verifications are counted. The SQL functions are in migrations/. */
export const verificationCounts: Counted = {
  fields: ['type', 'subtype', 'tier', 'isScan', 'isSimulated', 'status', 'result', 'subStatus'],
  constant: ['organizationId'],
  parent: 'agreementLinkId',
  changed: 'updatedAt',
  alias: 'verifications',
  kinds: (organizationId) => sql`verification_kinds(${organizationId}::uuid)`,
  kindsUnder: (organizationId, links) => sql`verification_kinds_of(${organizationId}::uuid, ${links})`,
  page: 'verification_page',
  pageByChange: 'verification_page_by_change',
  searchPage: 'verification_search_page',
  searchKinds: 'verification_search_kinds',
  wantPiece: 'want_searched_piece',
}
