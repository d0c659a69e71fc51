import { takeRandom } from './random.ts'

/** A stored id: a UUIDv7 in canonical text form. */
export type Id = string

/** The kinds of things with a public id. A public id is computed from the id and back, so there is no lookup table. */
export type IdKind = keyof typeof prefixes | 'verification' | 'agreement_link'

const prefixes = {
  organization: 'ORG-',
  user: 'usr_',
  membership: 'mbr_',
  invitation: 'inv_',
  session: 'ses_',
  saved_view: 'viw_',
  passkey: 'psk_',
  role: 'rol_',
  api_key: 'key_',
  api_request: 'arq_',
  api_credential: 'crd_',
  agreement: 'AGREE-',
  agreement_version: 'ver_',
  submission: 'AGREESUBMISSION-',
  bulk_send: 'bsd_',
  export: 'exp_',
  signer: 'sgn_',
  document: 'doc_',
  consent: 'cns_',
  webhook: 'wb_',
  event: 'evt_',
  delivery: 'dlv_',
  attempt: 'att_',
  recovery: 'rcv_',
  audit_event: 'aud_',
  subject: 'sub_',
  redelivery: 'rdl_',
  cancellation: 'cnl_',
  voiding: 'vdg_',
  reminder: 'rem_',
  decline: 'dcl_',
  withdrawal: 'wdr_',
  consent_text: 'txt_',
  secret_rotation: 'rot_',
  decision: 'dcn_',
  erasure: 'ers_',
  verification_statistics: 'vst_',
  submission_statistics: 'sst_',
  webhook_statistics: 'wst_',
  open_task: 'tsk_',
  review_claim: 'clm_',
  server_state: 'srv_',
  server_finding: 'fnd_',
  server_queue: 'que_',
  server_job: 'job_',
  server_mail: 'mal_',
  server_test_mail: 'tml_',
  server_invitation_link: 'inl_',
} as const

/** The id of a public id of any kind, or null. No text is a public id of two kinds. */
export function parseAnyId(text: string): Id | null {
  const kinds = ['verification', 'agreement_link', ...Object.keys(prefixes)].filter(isIdKind)
  return kinds.map((kind) => parseId(kind, text)).find((id) => id !== null) ?? null
}

/** Whether a word is a kind of thing with a public id. */
export function isIdKind(word: string): word is IdKind {
  return word === 'verification' || word === 'agreement_link' || Object.hasOwn(prefixes, word)
}

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const linkLength = 22
const hexPattern = /^[0-9a-f]{32}$/
const timedPattern = /^(?:VERIFICATION|WEBHOOK)-(\d{1,15})_([0-9a-f]{32})$/

/** Makes a UUIDv7 (RFC 9562 section 5.7): 48 bits of unix milliseconds, then random bits. */
export function newId(at: number = Date.now()): Id {
  const bytes = takeRandom(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x70
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80
  return fromHex(bytes.toString('hex'))
}

/** The time (unix ms) in a UUIDv7. */
export function timeOfId(id: Id): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}

/** The public form of an id, for example `wb_<32 hex>` or `VERIFICATION-<ms>_<32 hex>`. */
export function formatId(kind: IdKind, id: Id): string {
  if (kind === 'verification') return `VERIFICATION-${timeOfId(id)}_${toHex(id)}`
  if (kind === 'agreement_link') return toShort(id)
  return prefixes[kind] + toHex(id)
}

/** The id of a public id, or null when the text is not one of that kind. */
export function parseId(kind: IdKind, text: string): Id | null {
  if (kind === 'agreement_link') return fromShort(text)
  if (kind === 'verification' || (kind === 'webhook' && text.startsWith('WEBHOOK-'))) return parseTimed(kind, text)
  const prefix = prefixes[kind as keyof typeof prefixes]
  const hex = text.slice(prefix.length)
  return text.startsWith(prefix) && hexPattern.test(hex) ? fromHex(hex) : null
}

function parseTimed(kind: 'verification' | 'webhook', text: string): Id | null {
  const [, ms, hex] = timedPattern.exec(text) ?? []
  if (!ms || !hex || text.startsWith('VERIFICATION') !== (kind === 'verification')) return null
  const id = fromHex(hex)
  return timeOfId(id) === Number(ms) ? id : null
}

function toHex(id: Id): string {
  return id.slice(0, 8) + id.slice(9, 13) + id.slice(14, 18) + id.slice(19, 23) + id.slice(24)
}

function fromHex(hex: string): Id {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

// Computes two digits of base 57 at a time. A remainder and 32 more bits fit exactly into a JavaScript number.
const pairs = [...alphabet].flatMap((high) => [...alphabet].map((low) => high + low))

function toShort(id: Id): string {
  const hex = toHex(id)
  const limbs = new Float64Array(4)
  for (let index = 0; index < 4; index++) limbs[index] = Number.parseInt(hex.slice(8 * index, 8 * index + 8), 16)
  let text = ''
  while (text.length < linkLength) text = pairs[divide(limbs)] + text
  return text
}

// Divides a number of four 32-bit limbs in place, and returns the remainder.
function divide(limbs: Float64Array): number {
  let rest = 0
  for (let index = 0; index < limbs.length; index++) {
    const value = rest * 2 ** 32 + (limbs[index] ?? 0)
    const quotient = Math.floor(value / pairs.length)
    limbs[index] = quotient
    rest = value - quotient * pairs.length
  }
  return rest
}

function fromShort(text: string): Id | null {
  if (text.length !== linkLength) return null
  let value = 0n
  for (const letter of text) {
    const digit = alphabet.indexOf(letter)
    if (digit < 0) return null
    value = value * 57n + BigInt(digit)
  }
  return value < 1n << 128n ? fromHex(value.toString(16).padStart(32, '0')) : null
}
