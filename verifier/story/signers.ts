import type { Row } from '../evidence/rows.ts'
import { fieldsOf, memberOf, signerOf, textOf } from './members.ts'

/** The address and browser of an act. */
type Whence = { ip: string | null; browser: string | null }

type Consent = { kind: string | null; text_version: string | null; text_sha256: string | null; at: string }

type Verification = {
  type: string | null
  tier: string | null
  provider: string | null
  status: string | null
  result: string | null
  simulated: boolean
  at: string
}

/** What the trail proves about one person. Times are ISO 8601 in UTC, hashes in hex. */
export type SignerStory = {
  id: string
  name: string | null
  email: string | null
  opened_at: string | null
  opened_from: Whence | null
  consents: Consent[]
  verifications: Verification[]
  ended: 'signed' | 'approved' | null
  ended_at: string | null
  ended_from: Whence | null
  method: string | null
  shown_sha256: string | null
  fields_sha256: string | null
  /** The roles whose filled-in parts were on the page that the person signed. */
  shown_parts: string[]
  mark_sha256: string | null
  fields: Record<string, unknown>
}

const ends: Readonly<Record<string, 'signed' | 'approved'>> = {
  'agreement.signed': 'signed',
  'agreement.approved': 'approved',
}

/** What the rows say about each person, in the order of their first rows. */
export function tellSigners(rows: readonly Row[]): SignerStory[] {
  const stories = new Map<string, SignerStory>()
  const checks = new Map<string, Verification>()
  for (const row of rows) {
    const id = signerOf(row)
    if (row.subject_type === 'verification') tellCheck(checks, row, id === null ? null : storyOf(stories, id))
    else if (id !== null) tell(storyOf(stories, id), row)
  }
  return [...stories.values()]
}

function storyOf(stories: Map<string, SignerStory>, id: string): SignerStory {
  const known = stories.get(id) ?? emptyStory(id)
  stories.set(id, known)
  return known
}

function tell(story: SignerStory, row: Row): void {
  const end = ends[row.action]
  if (row.action === 'agreement.viewed') {
    story.opened_at = row.occurred_at
    story.opened_from = whenceOf(row)
  } else if (row.action === 'signer.identified' || row.action === 'signer.named') {
    story.name = textOf(row, 'data.name') ?? story.name
    story.email = textOf(row, 'data.email') ?? story.email
  } else if (row.action === 'signer.reassigned') Object.assign(story, emptyStory(story.id))
  else if (row.action === 'consent.given') story.consents.push(consentOf(row))
  if (!end) return
  story.ended = end
  story.ended_at = row.occurred_at
  story.ended_from = whenceOf(row)
  story.method = textOf(row, 'data.method')
  story.shown_sha256 = textOf(row, 'data.shownSha256')
  story.fields_sha256 = textOf(row, 'data.fieldsSha256')
  story.shown_parts = partsOf(row)
  story.mark_sha256 = textOf(row, 'data.markSha256')
  story.fields = fieldsOf(row)
}

// A verification belongs to the signer for whom it was ordered, because later rows come from the provider.
function tellCheck(checks: Map<string, Verification>, row: Row, story: SignerStory | null): void {
  const known = checks.get(row.subject_id) ?? emptyCheck()
  if (!checks.has(row.subject_id)) story?.verifications.push(known)
  checks.set(row.subject_id, known)
  for (const name of ['type', 'tier', 'provider', 'status', 'result'] as const)
    known[name] = textOf(row, `data.${name}`) ?? known[name]
  known.simulated ||= memberOf(row, 'data.simulated') === true
  known.at = row.occurred_at
}

function partsOf(row: Row): string[] {
  const parts = memberOf(row, 'data.shownParts')
  return Array.isArray(parts) ? parts.filter((part) => typeof part === 'string') : []
}

function consentOf(row: Row): Consent {
  const read = (name: string) => textOf(row, `data.${name}`)
  return { kind: read('kind'), text_version: read('textVersion'), text_sha256: read('textSha256'), at: row.occurred_at }
}

function whenceOf(row: Row): Whence {
  return { ip: textOf(row, 'actor.ipAddress'), browser: textOf(row, 'actor.userAgent') }
}

function emptyCheck(): Verification {
  return { type: null, tier: null, provider: null, status: null, result: null, simulated: false, at: '' }
}

function emptyStory(id: string): SignerStory {
  const nothing = { name: null, email: null, opened_at: null, opened_from: null, ended: null, ended_at: null }
  const hashes = { method: null, shown_sha256: null, fields_sha256: null, mark_sha256: null }
  return { id, ...nothing, ...hashes, ended_from: null, shown_parts: [], consents: [], verifications: [], fields: {} }
}
