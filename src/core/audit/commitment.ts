import { randomBytes } from 'node:crypto'
import { canonicalJson } from '../canonical-json.ts'
import { sha256 } from '../vault.ts'

/** The member of a trail row that stands for a personal value. `commitment` is lower-case hex. */
type Commitment = { commitment: string }

/** The salt and the value of a commitment. `salt` is 128 random bits in hex. */
type Opening = { salt: string; value: unknown }

/** The openings of a row by the path of the committed member: `actor.ipAddress`, `data.name`, `data.fields.city`. */
export type Openings = Record<string, Opening>

type Json = Record<string, unknown>

/**
 * SHA-256 over the salt and the value in canonical JSON. Without the salt, nobody can guess the value by trying names
 * or addresses. So a commitment reveals nothing once salt and value are destroyed.
 */
export function commitTo({ salt, value }: Opening): Commitment {
  const bytes = Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(canonicalJson(value))])
  return { commitment: sha256(bytes).toString('hex') }
}

/** An opening with a new salt. */
export function newOpening(value: unknown): Opening {
  return { salt: randomBytes(16).toString('hex'), value }
}

/** Returns the row with `put(opening)` at the path of each opening. */
export function putMembers<T extends { actor: Json; data: Json }>(
  row: T,
  openings: Openings,
  put: (opening: Opening) => unknown,
): T {
  const copy = { actor: { ...row.actor }, data: { ...row.data } }
  for (const [path, opening] of Object.entries(openings)) {
    const [root = '', name = '', ...rest] = path.split('.')
    const place = root === 'actor' ? copy.actor : copy.data
    if (rest.length === 0) place[name] = put(opening)
    else place[name] = { ...Object(place[name]), [rest.join('.')]: put(opening) }
  }
  return { ...row, ...copy }
}

/** The paths of the openings that do not match the commitments in the row. */
export function findMisfits(row: { actor: Json; data: Json }, openings: Openings): string[] {
  return Object.entries(openings)
    .filter(([path, opening]) => canonicalJson(memberAt(row, path)) !== canonicalJson(commitTo(opening)))
    .map(([path]) => path)
}

function memberAt(row: { actor: Json; data: Json }, path: string): unknown {
  const [root = '', name = '', ...rest] = path.split('.')
  const member = (root === 'actor' ? row.actor : row.data)[name]
  return rest.length === 0 ? member : Object(member)[rest.join('.')]
}
