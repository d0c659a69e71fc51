import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { foldText } from '../fold.ts'
import { parseId } from '../ids.ts'
import type { Term } from '../lists/index.ts'
import { verificationCounts } from './counts.ts'

/** The beginning of every public id, in lower case. */
const idStart = 'verification'

/**
 * The condition of a search: public id, public id of the agreement link, type, subtype, tier, status or result contains
 * the text, in any case.
 */
export function findByText({ organizationId }: Context, text: string): Term {
  const piece = foldText(text)
  if (`${idStart}-`.includes(piece)) return { shape: 'all', values: [], condition: sql`true`, fields: [] }
  const whole = wholeIdIn(piece)
  if (whole) return { shape: 'whole id', values: [whole], condition: sql`verifications.id = ${whole}::uuid` }
  const words = { values: [piece], condition: isInWords(piece) }
  const [inParent, inId] = [pieceOfLink(piece), pieceOfId(piece)]
  if (inParent === null && inId === null) return { shape: 'words', ...words, fields: verificationCounts.fields }
  return {
    shape: `search ${inParent === null ? '' : 'links'} ${inId === null ? '' : 'ids'}`,
    values: [piece, inId, organizationId, inParent],
    condition: sql<boolean>`(${words.condition} or coalesce(id_contains(searched_id(verifications.id), ${inId}), false)
      or verifications.agreement_link_id in (select unnest(links_containing(${organizationId}::uuid, ${inParent}))))`,
    pieces: { words, inParent, inId },
  }
}

function isInWords(piece: string): RawBuilder<boolean> {
  return sql`position(${piece} in concat_ws(chr(10), verifications.type, verifications.subtype, verifications.tier,
    verifications.status, verifications.result)) > 0`
}

// Public ids of links contain no 0 and no 1.
function pieceOfLink(piece: string): string | null {
  return /^[2-9a-z]{1,22}$/.test(piece) ? piece : null
}

/**
 * The text as a part of `-<ms>_<32 hex>`, after `^` when it must be at the beginning. Null when it cannot be a part.
 */
export function pieceOfId(piece: string): string | null {
  if (/^-?\d{0,15}_[0-9a-f]{0,32}$|^-?\d{1,15}$|^[0-9a-f]{1,32}$/.test(piece)) return piece
  const [start = ''] = piece.split('-', 1)
  const rest = piece.slice(start.length)
  const isAnchored = start !== '' && idStart.endsWith(start) && /^-\d{1,15}(?:_[0-9a-f]{0,32})?$/.test(rest)
  return isAnchored ? `^${rest}` : null
}

/** The verification whose public id ends with the text. The 32 hexadecimal digits identify it. */
function wholeIdIn(piece: string): string | null {
  const [, before = '', hex] = /^(.*?)([0-9a-f]{32})$/.exec(piece) ?? []
  const id = hex === undefined ? null : parseId('submission', `AGREESUBMISSION-${hex}`)
  return id && `${idStart}-${Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)}_`.endsWith(before) ? id : null
}
