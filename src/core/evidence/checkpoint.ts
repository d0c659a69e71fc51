/** The head of a log: its number of leaves and its root (C2SP tlog-checkpoint). */
export type Checkpoint = { origin: string; size: number; root: Buffer }

/** The signed text of a checkpoint. */
export function writeCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`
}

/** Parses the text of a checkpoint, and ignores extension lines. Throws for any other text. */
export function readCheckpoint(text: string): Checkpoint {
  const [origin = '', size = '', root = '', ...rest] = text.split('\n')
  const bytes = Buffer.from(root, 'base64')
  const isWhole = rest.at(-1) === '' && origin !== '' && /^(0|[1-9]\d{0,15})$/.test(size)
  if (!isWhole || bytes.length !== 32 || bytes.toString('base64') !== root) throw new Error('This is no checkpoint.')
  return { origin, size: Number(size), root: bytes }
}

/**
 * An offline proof that a leaf is in a log (C2SP tlog-proof): the leaf's number, the sibling hashes, and a signed
 * checkpoint.
 */
export type ProofFile = { leaf: number; hashes: readonly Buffer[]; checkpoint: string }

const proofStart = 'c2sp.org/tlog-proof@v1'

/** The text of a proof file. `extra` is its optional line, with other data for the reader. */
export function writeProof({ leaf, hashes, checkpoint }: ProofFile, extra?: Buffer): string {
  const lines = hashes.map((one) => `${one.toString('base64')}\n`)
  const more = extra ? `extra ${extra.toString('base64')}\n` : ''
  return `${proofStart}\n${more}index ${leaf}\n${lines.join('')}\n${checkpoint}`
}
