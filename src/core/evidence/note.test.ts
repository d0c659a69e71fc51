import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { readProof } from '../../../verifier/evidence/proof.ts'
import { readCheckpoint, writeCheckpoint, writeProof } from './checkpoint.ts'
import { isSignedBy, rawPublicKey, readNote, readVerifier, signNote, writeVerifier } from './note.ts'

function newSigner(name: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { name, privateKey, publicKey: rawPublicKey(publicKey) }
}

// The example of c2sp.org/signed-note, which another implementation made.
const published = {
  vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  note: `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`,
}

test('a note of another implementation is verified', () => {
  expect(isSignedBy(readNote(published.note), readVerifier(published.vkey))).toBe(true)
  const forged = published.note.replace('answer', 'Answer')
  expect(isSignedBy(readNote(forged), readVerifier(published.vkey))).toBe(false)
})

test('a note is verified by its own key, and not by another key of the same name', () => {
  const [ours, theirs] = [newSigner('a.example/log'), newSigner('a.example/log')]
  const note = readNote(signNote('text\n', ours))
  expect(isSignedBy(note, readVerifier(writeVerifier(ours)))).toBe(true)
  expect(isSignedBy(note, readVerifier(writeVerifier(theirs)))).toBe(false)
})

test.each([
  '',
  'text',
  'text\n\n',
  'text\n\n\u2014 name !\n',
  'text\n\n- name AAAAAAA=\n',
  'te\u0007xt\n\n\u2014 a AAAAAAAA\n',
])('%j is not a note', (text) => expect(() => readNote(text)).toThrow(/no signed note/))

test.each([
  '',
  'a',
  'a+00000000+AQ==',
  published.vkey.replace('c74f20a3', 'c74f20a4'),
  published.vkey.replace('Peter', 'P'),
])('%j is not a verifier key', (text) => expect(() => readVerifier(text)).toThrow(/no verifier key/))

const root = Buffer.alloc(32, 7)

test('a written checkpoint can be read back, and no other text can be read', () => {
  const text = writeCheckpoint({ origin: 'a.example/log', size: 12, root })
  expect(readCheckpoint(text)).toEqual({ origin: 'a.example/log', size: 12, root })
  expect(readCheckpoint(`${text}an extension\n`).size).toBe(12)
  for (const bad of [
    '',
    text.replace('12', '012'),
    text.replace('12', '-1'),
    text.replace('BwcH', 'BwcI!'),
    text.slice(0, -1),
  ])
    expect(() => readCheckpoint(bad)).toThrow(/no checkpoint/)
})

test('a written proof can be read back', () => {
  const checkpoint = signNote(writeCheckpoint({ origin: 'a.example/log', size: 3, root }), newSigner('a.example/log'))
  const proof = { leaf: 2, hashes: [root], checkpoint }
  const hashes = [new Uint8Array(root)]
  expect(readProof(writeProof(proof))).toEqual({ ...proof, hashes, extra: null })
  expect(readProof(writeProof({ ...proof, leaf: 0, hashes: [] }))).toEqual({
    ...proof,
    leaf: 0,
    hashes: [],
    extra: null,
  })
})
