import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { foldText } from '../fold.ts'
import type { Term } from '../lists/index.ts'
import { verificationCounts } from './counts.ts'

/** What every public id begins with. */
const idStart = 'verification-'

/**
 * The condition that a search stands for: the text is contained, whatever its case, in the public id, the public id of the
 * agreement link, type, subtype, tier, status or result.
 */
export function findByText({ organizationId }: Context, text: string): Term {
  const piece = foldText(text)
  const words = sql<boolean>`position(${piece} in concat_ws(chr(10), verifications.type, verifications.subtype, verifications.tier,
    verifications.status, verifications.result)) > 0`
  if (idStart.includes(piece)) return { shape: 'all', values: [], condition: sql`true`, fields: [] }
  if (!mayBeInIds(piece))
    return { shape: 'words', values: [piece], condition: words, fields: verificationCounts.fields }
  return {
    shape: 'search',
    values: [piece, piece, organizationId, piece],
    condition: sql<boolean>`(${words} or position(${piece} in lower(verification_public_id(verifications.id))) > 0
      or verifications.agreement_link_id in (select id from agreement_links
        where organization_id = ${organizationId} and position(${piece} in lower(agreement_link_public_id(id))) > 0))`,
  }
}

// Public ids of verifications have digits, letters, - and _; those of links have digits and letters.
function mayBeInIds(piece: string): boolean {
  return /^[-_0-9a-z]*$/.test(piece)
}
