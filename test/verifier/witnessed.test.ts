import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { writeCheckpoint } from '../../src/core/evidence/checkpoint.ts'
import { cosign, writeWitnessKey } from '../../src/core/evidence/cosignature.ts'
import { rawPublicKey, signNote, writeVerifier } from '../../src/core/evidence/note.ts'
import { checkHead } from '../../verifier/evidence/checkpoint.ts'
import { readTrust } from '../../verifier/trust.ts'

const newSigner = (name: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { name, privateKey, publicKey: rawPublicKey(publicKey) }
}

test('the verifier, which shares no code, accepts a head of the product with its witness’s cosignature', async () => {
  const [log, witness] = [newSigner('acme.example/evidence/ORG-1'), newSigner('witness.example')]
  const at = new Date('2026-11-27T10:00:00Z')
  const text = writeCheckpoint({ origin: log.name, size: 7, root: Buffer.alloc(32, 5) })
  const trust = {
    ...{ version: 1, origin: 'acme.example', seal_roots: [], timestamp_roots: [], quorum: 1 },
    logs: [{ origin: log.name, keys: [{ vkey: writeVerifier(log), from: at.toISOString(), until: null }] }],
    witnesses: [{ name: witness.name, vkey: writeWitnessKey(witness) }],
  }
  const head = signNote(text, log) + cosign(text, witness, at)
  const checked = await checkHead(head, log.name, { from: at, until: at }, await readTrust(JSON.stringify(trust)))
  expect(checked).toMatchObject({ size: 7, witnesses: [{ name: witness.name, at }] })
})
