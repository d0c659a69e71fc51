import { type Checkpoint, readCheckpoint } from './checkpoint.ts'
import { cosign } from './cosignature.ts'
import { isSignedBy, type Note, type NoteSigner, readNote, type Verifier } from './note.ts'
import { isConsistent } from './tree.ts'

/** The newest head of a log that a witness has signed. */
export type Seen = { size: number; root: Buffer }

/** The parts of a witness. `remember` must write to disk before it resolves. */
type WitnessParts = {
  signer: NoteSigner
  now(): Date
  /** The keys of a log; undefined for a log that this witness does not know. */
  findKeys(origin: string): Promise<readonly Verifier[] | undefined>
  recall(origin: string): Promise<Seen | undefined>
  remember(origin: string, seen: Seen): Promise<void>
}

/**
 * The HTTP answer of a witness: 400 for a malformed request, 404 for an unknown log, 403 for an unknown key, 409 for
 * another size, 422 for a false proof.
 */
type WitnessAnswer = { status: number; type: string; body: string }

const mostHashes = 63

/** A witness of logs (C2SP tlog-witness). It signs each head that extends the last one, and no other. */
export function createWitness(parts: WitnessParts) {
  // Requests of one log run one at a time, so that two heads cannot both extend the same one.
  const turns = new Map<string, Promise<unknown>>()
  const inTurn = <T>(origin: string, work: () => Promise<T>): Promise<T> => {
    const before = turns.get(origin) ?? Promise.resolve()
    const mine = before.then(work, work)
    turns.set(origin, mine)
    const forget = () => turns.get(origin) === mine && turns.delete(origin)
    void mine.then(forget, forget)
    return mine
  }
  return {
    /** Answers an `add-checkpoint` request. Remembers the head before it answers. */
    async addCheckpoint(body: string): Promise<WitnessAnswer> {
      const asked = readRequest(body)
      if (!asked) return refuse(400)
      const keys = await parts.findKeys(asked.head.origin)
      if (!keys) return refuse(404)
      if (!hasSigned(asked.note, keys)) return refuse(403)
      if (asked.old > asked.head.size) return refuse(400)
      return inTurn(asked.head.origin, () => witness(parts, asked))
    },
  }
}

type Asked = { old: number; proof: Buffer[]; note: Note; head: Checkpoint }

async function witness(parts: WitnessParts, { old, proof, note, head }: Asked): Promise<WitnessAnswer> {
  const seen = (await parts.recall(head.origin)) ?? { size: 0, root: Buffer.alloc(0) }
  if (old !== seen.size || (head.size === seen.size && seen.size > 0 && !head.root.equals(seen.root)))
    return { status: 409, type: 'text/x.tlog.size', body: `${seen.size}\n` }
  if (!isConsistent(seen, head, proof)) return refuse(422)
  await parts.remember(head.origin, { size: head.size, root: head.root })
  return { status: 200, type: 'text/plain; charset=utf-8', body: cosign(note.text, parts.signer, parts.now()) }
}

/** Whether a known key has signed the note. False also when any signature of a known key is false. */
function hasSigned(note: Note, keys: readonly Verifier[]): boolean {
  const named = keys.filter(({ name, keyId }) =>
    note.signatures.some((one) => one.name === name && one.keyId.equals(keyId)),
  )
  return named.length > 0 && named.every((key) => isSignedBy(note, key))
}

/** The body of a request to a witness: the size that it knows, the consistency proof, and the checkpoint. */
export function writeWitnessRequest(old: number, proof: readonly Buffer[], checkpoint: string): string {
  return `old ${old}\n${proof.map((hash) => `${hash.toString('base64')}\n`).join('')}\n${checkpoint}`
}

function readRequest(body: string): Asked | null {
  const end = body.indexOf('\n\n')
  const [first = '', ...lines] = body.slice(0, Math.max(end, 0)).split('\n')
  const [, old] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? []
  const proof = lines.map((line) => Buffer.from(line, 'base64'))
  const isProof = proof.every((hash, at) => hash.length === 32 && hash.toString('base64') === lines[at])
  if (old === undefined || !isProof || proof.length > mostHashes) return null
  try {
    const note = readNote(body.slice(end + 2))
    return { old: Number(old), proof, note, head: readCheckpoint(note.text) }
  } catch {
    return null
  }
}

/** The HTTP server adds the explanation. */
function refuse(status: 400 | 403 | 404 | 422): WitnessAnswer {
  return { status, type: 'text/plain; charset=utf-8', body: '' }
}
