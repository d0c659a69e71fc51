import {
  canonicalJson,
  type EvidenceEntry,
  type EvidenceFile,
  type EvidenceRow,
} from '../../src/core/evidence/format.ts'
import { concat, encodeText, fromHex, hashOf, toHex } from '../asn1/bytes.ts'
import { writeBase64 } from './base64.ts'
import { cosignLine, newSigner, proofOf, rootOfAll, signLine, type TestSigner } from './log.fixture.ts'

export const sealedAt: Date = new Date('2026-11-27T10:10:00.000Z')
const org = 'ORG-019ac0ffee007000800000000000000a'
const submission = '019ac0ff-ee00-7000-8000-00000000000b'
const signer = '019ac0ff-ee00-7000-8000-00000000000c'
const shownSha256 = 'ab'.repeat(32)

type Told = Partial<EvidenceRow> & { action: string; personal?: Record<string, unknown> }

const actor = { kind: 'signer', id: signer }
const about = { subject_type: 'signer', subject_id: signer, actor }

/** The rows of an honest submission. `personal` has the committed members by path. */
export const honestRows: readonly Told[] = [
  { action: 'submission.created', actor: { kind: 'api_key', id: 'k' }, personal: { 'data.metadata': { case: '7' } } },
  {
    action: 'agreement.viewed',
    actor,
    data: { signerId: signer, shownSha256, agreementVersion: 1, agreementId: '019ac0ff-ee00-7000-8000-00000000000d' },
    personal: { 'actor.ipAddress': '203.0.113.9', 'actor.userAgent': 'Firefox' },
  },
  { ...about, action: 'signer.identified', personal: { 'data.name': 'Ada Lovelace', 'data.email': 'ada@example.org' } },
  {
    ...about,
    action: 'consent.given',
    subject_type: 'consent',
    subject_id: 'c',
    data: { kind: 'electronic_records', textVersion: '1', textSha256: 'cd'.repeat(32) },
  },
  {
    ...about,
    action: 'verification.ordered',
    subject_type: 'verification',
    subject_id: 'v',
    data: { type: 'identity', tier: 'basic', provider: 'simulator', simulated: true },
  },
  {
    action: 'verification.changed',
    subject_type: 'verification',
    subject_id: 'v',
    data: { status: 'completed', result: 'accepted' },
  },
  {
    ...about,
    action: 'agreement.signed',
    data: {
      shownSha256,
      fieldsSha256: 'ee'.repeat(32),
      method: 'typed',
      agreementVersion: 1,
      fields: {},
      shownParts: ['driver'],
    },
    personal: { 'data.markSha256': 'ff'.repeat(32), 'data.fields.city': 'London', 'actor.ipAddress': '203.0.113.9' },
  },
]

export type World = {
  file: EvidenceFile
  trust: TestTrust
  log: TestSigner
  witnesses: TestSigner[]
  entries: string[]
}
export type TestTrust = {
  version: number
  origin: string
  seal_roots: string[]
  timestamp_roots: string[]
  logs: { origin: string; keys: { vkey: string; from: string; until: string | null }[] }[]
  witnesses: { name: string; vkey: string }[]
  quorum: number
  quorum_from?: string
  content_from?: string
}

type WorldOptions = {
  rows?: readonly Told[]
  others?: number
  witnesses?: number
  quorum?: number
  level?: EvidenceFile['level']
}

/** A log with a trail and its evidence. The log also has rows of others, before and between. */
export async function newWorld(options: WorldOptions = {}): Promise<World> {
  const { rows = honestRows, others = 5, level = 'B-T' } = options
  const origin = `acme.example/evidence/${org}`
  const log = await newSigner(origin, 1)
  const names = Array.from({ length: options.witnesses ?? 0 }, (_, index) => `witness-${index}.example`)
  const witnesses = await Promise.all(names.map((name) => newSigner(name, 4)))
  const made = await Promise.all(rows.map(makeEntry))
  const all = [
    ...Array.from({ length: others }, (_, index) => `{"other":${index}}`),
    ...made.flatMap(({ entry }, index) => [entry, `{"between":${index}}`]),
  ]
  const checkpoint = await signHead(log, witnesses, all)
  const entries = await Promise.all(made.map((one, index) => place(one, others + index * 2, all)))
  const file: EvidenceFile = {
    format: 'sealane-evidence/1',
    level,
    origin,
    organization: { id: org, name: 'Acme' },
    agreement: { id: 'AGREE-019ac0ffee007000800000000000000d', title: 'Lease', source_sha256: shownSha256 },
    link: '2'.repeat(22),
    submission: 'AGREESUBMISSION-019ac0ffee007000800000000000000b',
    trail: { checkpoint, entries },
  }
  const trust: TestTrust = {
    version: 1,
    origin: 'acme.example',
    seal_roots: [],
    timestamp_roots: [],
    logs: [{ origin, keys: [{ vkey: log.vkey, from: '2026-01-01T00:00:00.000Z', until: null }] }],
    witnesses: witnesses.map(({ name, vkey }) => ({ name, vkey })),
    quorum: options.quorum ?? 0,
    content_from: '2026-01-01T00:00:00.000Z',
  }
  return { file, trust, log, witnesses, entries: all }
}

export type Logged = {
  contentSha256: string
  evidence: Uint8Array
  row?: Partial<EvidenceRow>
  others?: readonly string[]
}

/**
 * The proof file of a row after the trail, which names the sealed content. `others` are leaves before the row, and
 * `row` changes it.
 */
export async function logContent(world: World, { contentSha256, evidence, row, others = [] }: Logged): Promise<string> {
  const data = { contentSha256, evidenceSha256: toHex(await hashOf(evidence)) }
  const told = { action: 'document.prepared', data, ...row }
  const { entry } = await makeEntry(told, world.file.trail.entries.length)
  const entries = [...world.entries, ...others, entry]
  const hashes = (await proofOf(entries.length - 1, entries)).map(writeBase64)
  const lines = ['c2sp.org/tlog-proof@v1', `extra ${writeBase64(encodeText(entry))}`, `index ${entries.length - 1}`]
  return [...lines, ...hashes, '', await signHead(world.log, world.witnesses, entries)].join('\n')
}

/** The signed head of a log with these entries. */
export async function signHead(
  log: TestSigner,
  witnesses: readonly TestSigner[],
  entries: readonly string[],
  secondsLate = -1,
): Promise<string> {
  const text = `${log.name}\n${entries.length}\n${writeBase64(await rootOfAll(entries))}\n`
  const seconds = sealedAt.getTime() / 1_000 + secondsLate
  const cosigned = await Promise.all(witnesses.map((witness) => cosignLine(witness, text, seconds)))
  return `${text}\n${await signLine(log, text)}${cosigned.join('')}`
}

export function toBytes(file: unknown): Uint8Array {
  return encodeText(canonicalJson(file))
}

type Made = Pick<EvidenceEntry, 'entry' | 'openings'>

async function makeEntry({ personal = {}, ...told }: Told, index: number): Promise<Made> {
  const row = {
    chain: submission,
    sequence: index + 1,
    actor: { kind: 'system' },
    subject_type: 'submission',
    subject_id: submission,
    data: {},
    occurred_at: new Date(sealedAt.getTime() - 60_000 + index * 1_000).toISOString(),
    ...structuredClone(told),
  }
  const openings: EvidenceEntry['openings'] = {}
  for (const [path, value] of Object.entries(personal)) {
    const salt = toHex(globalThis.crypto.getRandomValues(new Uint8Array(16)))
    openings[path] = { salt, value }
    const [root, name = '', inner] = path.split('.')
    const members: Record<string, unknown> = root === 'actor' ? row.actor : row.data
    const commitment = toHex(await hashOf(concat([fromHex(salt), encodeText(canonicalJson(value))])))
    if (inner === undefined) members[name] = { commitment }
    else members[name] = { ...Object(members[name]), [inner]: { commitment } }
  }
  return { entry: canonicalJson(row), openings }
}

async function place(made: Made, leaf: number, all: readonly string[]): Promise<EvidenceEntry> {
  return { ...made, leaf, proof: (await proofOf(leaf, all)).map(writeBase64) }
}
