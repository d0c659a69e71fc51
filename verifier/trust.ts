import { type Certificate, readCertificate } from './asn1/certificates.ts'
import { Disproved } from './disproved.ts'
import { readBase64 } from './evidence/base64.ts'
import { isEachMemberOnce } from './evidence/members.ts'
import { keyTypes, type NoteKey, readNoteKey } from './evidence/note.ts'
import { isCount, isListOf, isMaybe, isObjectOf, isOneOf, isOrNull, isText } from './evidence/shape.ts'

/** What a verifier trusts: roots, logs and witnesses. A trust file contains it. */
export type Trust = {
  origin: string
  sealRoots: readonly Certificate[]
  timeRoots: readonly Certificate[]
  logs: readonly { origin: string; keys: readonly LogKey[] }[]
  witnesses: readonly NoteKey[]
  /**
   * The number of witnesses that must have signed the head of a log, for documents sealed since `quorumFrom`. Null
   * means all documents.
   */
  quorum: number
  quorumFrom: Date | null
  /** The time since when the log has the content of each document before it is sealed. Null when it never had. */
  contentFrom: Date | null
}

/** A key of a log, and when it signed; null while it still signs. */
export type LogKey = NoteKey & { from: Date; until: Date | null }

/** The file of `GET /.well-known/sealane-trust.json`. */
type TrustFile = {
  version: 1
  origin: string
  seal_roots: string[]
  timestamp_roots: string[]
  logs: { origin: string; keys: WrittenKey[] }[]
  witnesses: { name: string; vkey: string }[]
  quorum: number
  quorum_from?: string | undefined
  content_from?: string | undefined
}
type WrittenKey = { vkey: string; from: string; until: string | null }

const isTrust = isObjectOf<TrustFile>({
  version: isOneOf([1]),
  origin: isText,
  seal_roots: isListOf(isText),
  timestamp_roots: isListOf(isText),
  logs: isListOf(
    isObjectOf<TrustFile['logs'][number]>({
      origin: isText,
      keys: isListOf(isObjectOf<WrittenKey>({ vkey: isText, from: isText, until: isOrNull(isText) })),
    }),
  ),
  witnesses: isListOf(isObjectOf<TrustFile['witnesses'][number]>({ name: isText, vkey: isText })),
  quorum: isCount,
  quorum_from: isMaybe(isText),
  content_from: isMaybe(isText),
})

/** Parses a trust file. Throws Disproved when any part of it is invalid. */
export async function readTrust(text: string): Promise<Trust> {
  const file = parse(text)
  if (!isTrust(file)) throw new Disproved('trust_form')
  const logs: Trust['logs'][number][] = []
  for (const { origin, keys } of file.logs) logs.push({ origin, keys: await readLogKeys(origin, keys) })
  const witnesses: NoteKey[] = []
  for (const { name, vkey } of file.witnesses) witnesses.push(await readKey(name, vkey, keyTypes.cosignature))
  const isClear = isEachOnce(logs.map((one) => one.origin)) && isEachOnce(witnesses.map(({ name }) => name))
  if (!isClear || file.quorum > witnesses.length) throw new Disproved('trust_form')
  return {
    origin: file.origin,
    sealRoots: file.seal_roots.map(readRoot),
    timeRoots: file.timestamp_roots.map(readRoot),
    logs,
    witnesses,
    quorum: file.quorum,
    quorumFrom: file.quorum_from === undefined ? null : readMoment(file.quorum_from),
    contentFrom: file.content_from === undefined ? null : readMoment(file.content_from),
  }
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    if (isEachMemberOnce(text, value)) return value
  } catch {
    // The error below is thrown, as for a text of another form.
  }
  throw new Disproved('trust_form')
}

async function readLogKeys(origin: string, written: readonly WrittenKey[]): Promise<LogKey[]> {
  const keys: LogKey[] = []
  for (const { vkey, from, until } of written) {
    const key = await readKey(origin, vkey, keyTypes.note)
    keys.push({ ...key, from: readMoment(from), until: until === null ? null : readMoment(until) })
  }
  return keys
}

async function readKey(name: string, vkey: string, type: number): Promise<NoteKey> {
  const key = await readNoteKey(vkey, type)
  if (!key || key.name !== name) throw new Disproved('trust_form')
  return key
}

function readMoment(text: string): Date {
  const at = new Date(text)
  if (Number.isNaN(at.getTime()) || at.toISOString() !== text) throw new Disproved('trust_form')
  return at
}

const pem = /^-----BEGIN CERTIFICATE-----\r?\n([A-Za-z\d+/=\r\n]+)-----END CERTIFICATE-----\s*$/

function readRoot(text: string): Certificate {
  const bytes = readBase64((pem.exec(text)?.[1] ?? '').replace(/[\r\n]/g, ''))
  try {
    if (bytes) return readCertificate(bytes)
  } catch {
    // The error below is thrown, as for a text that is not PEM.
  }
  throw new Disproved('trust_form')
}

function isEachOnce(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length
}
