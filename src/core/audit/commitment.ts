import { randomBytes } from 'node:crypto'
import { canonicalJson } from '../canonical-json.ts'
import { sha256 } from '../vault.ts'

/** The entry of a trail row for a value about a person. `commitment` is lower-case hex. */
export type Commitment = { commitment: string }

/** What shows which value a commitment stands for. `salt` is 128 random bits in hex. */
export type Opening = { salt: string; value: unknown }

/** The openings of a row, by the path of the member that they open: `actor.ipAddress`, `data.name`, `data.fields.city`. */
export type Openings = Record<string, Opening>

type Json = Record<string, unknown>

/**
 * SHA-256 over the salt and the value in canonical JSON. Without the salt nobody can find the value by trying names or
 * addresses, so nothing is left of it once salt and value are destroyed.
 */
export function commitTo({ salt, value }: Opening): Commitment {
  const bytes = Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(canonicalJson(value))])
  return { commitment: sha256(bytes).toString('hex') }
}

/** A commitment with a salt of its own. */
export function newOpening(value: unknown): Opening {
  return { salt: randomBytes(16).toString('hex'), value }
}

/** The row with each opened member put where its path says; `put` says what stands there. */
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

/** The paths of the openings that do not open what stands in the row. */
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
