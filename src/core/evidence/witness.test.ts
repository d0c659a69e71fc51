import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { writeCheckpoint } from './checkpoint.ts'
import { cosignedAt, readWitnessKey, writeWitnessKey } from './cosignature.ts'
import { type NoteSigner, rawPublicKey, readNote, readVerifier, signNote, writeVerifier } from './note.ts'
import { consistencyProof, leafHash, nodeHash, type ReadNode, rootOf } from './tree.ts'
import { createWitness, type Seen, writeWitnessRequest } from './witness.ts'

const origin = 'log.example.com/evidence/ORG-1'
const newSigner = (name: string): NoteSigner => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { name, privateKey, publicKey: rawPublicKey(publicKey) }
}
const [log, stranger, own] = [newSigner(origin), newSigner(origin), newSigner('witness.example.com')]

function newWitness() {
  const seen = new Map<string, Seen>()
  const keys = [readVerifier(writeVerifier(log))]
  return createWitness({
    signer: own,
    now: () => new Date(),
    findKeys: async (name) => (name === origin ? keys : undefined),
    recall: async (name) => seen.get(name),
    remember: async (name, head) => void seen.set(name, head),
  })
}

/** A tree of numbered leaves. A fork has other leaves from the third one on. */
const treeOf = (fork: string): ReadNode => {
  const node: ReadNode = async (height, index) =>
    height === 0
      ? leafHash(Buffer.from(index < 2 ? `${index}` : `${fork}${index}`))
      : nodeHash(await node(height - 1, index * 2), await node(height - 1, index * 2 + 1))
  return node
}

async function ask(old: number, size: number, { fork = '', signer = log, name = origin } = {}): Promise<string> {
  const tree = treeOf(fork)
  const head = signNote(writeCheckpoint({ origin: name, size, root: await rootOf(size, tree) }), signer)
  return writeWitnessRequest(old, old <= size ? await consistencyProof(old, size, tree) : [], head)
}

test('a witness signs heads that extend the last one that it signed', async () => {
  const witness = newWitness()
  const verifier = readWitnessKey(writeWitnessKey(own))
  for (const [old, size] of [
    [0, 3],
    [3, 3],
    [3, 8],
    [8, 300],
  ] as const) {
    const request = await ask(old, size)
    const { status, body } = await witness.addCheckpoint(request)
    expect(status).toBe(200)
    const head = request.slice(request.indexOf('\n\n') + 2)
    expect(cosignedAt(readNote(head + body), verifier)).toBeInstanceOf(Date)
  }
})

test('a witness answers a rolled back log with its own size, and signs no smaller and no forked tree', async () => {
  const witness = newWitness()
  await witness.addCheckpoint(await ask(0, 8))
  const refusals = [await ask(0, 9), await ask(3, 9), await ask(3, 3), await ask(8, 8, { fork: 'x' })]
  for (const request of refusals)
    expect(await witness.addCheckpoint(request)).toEqual({ status: 409, type: 'text/x.tlog.size', body: '8\n' })
  expect(await witness.addCheckpoint(await ask(8, 12, { fork: 'x' }))).toMatchObject({ status: 422 })
})

test('a witness refuses a bad request with the status of tlog-witness', async () => {
  const witness = newWitness()
  const cases = [
    [await ask(0, 3, { name: 'other.example.com' }), 404],
    [await ask(0, 3, { signer: stranger }), 403],
    [(await ask(0, 3)).replace('old 0', 'old 4'), 400],
    [(await ask(0, 3)).replace('old 0', 'old 00'), 400],
    ['', 400],
  ] as const
  for (const [request, status] of cases) expect(await witness.addCheckpoint(request)).toMatchObject({ status })
})

test('a witness signs one of two heads that extend the same head', async () => {
  const witness = newWitness()
  await witness.addCheckpoint(await ask(0, 2))
  const both = await Promise.all([
    witness.addCheckpoint(await ask(2, 5)),
    witness.addCheckpoint(await ask(2, 5, { fork: 'x' })),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
})
