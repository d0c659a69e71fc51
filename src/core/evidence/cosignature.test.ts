import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { cosign, cosignedAt, readWitnessKey, writeWitnessKey } from './cosignature.ts'
import { rawPublicKey, readNote } from './note.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const signer = { name: 'witness.example.com/w1', privateKey, publicKey: rawPublicKey(publicKey) }
const text = 'log.example.com\n3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'
const at = new Date('2026-11-27T03:00:05.000Z')
const verifier = readWitnessKey(writeWitnessKey(signer))

test('a cosignature proves when a witness saw a head', () => {
  const line = cosign(text, signer, at)
  expect(line).toMatch(/^\u2014 witness\.example\.com\/w1 [A-Za-z\d+/]+=*\n$/)
  expect(cosignedAt(readNote(`${text}\n${line}`), verifier)).toEqual(at)
})

test('a cosignature is valid only for its head and its time', () => {
  const line = cosign(text, signer, at)
  const [, base64 = ''] = /(\S+)\n$/.exec(line) ?? []
  const bytes = Buffer.from(base64, 'base64')
  bytes[11] = (bytes[11] ?? 0) ^ 1
  const moved = line.replace(base64, bytes.toString('base64'))
  expect(() => cosignedAt(readNote(`${text}\n${moved}`), verifier)).toThrow('false')
  expect(() => cosignedAt(readNote(`${text.replace('3', '4')}\n${line}`), verifier)).toThrow('false')
})

test('the cosignature of another witness does not count for this one', () => {
  const line = cosign(text, { ...signer, name: 'other' }, at)
  expect(cosignedAt(readNote(`${text}\n${line}`), verifier)).toBeNull()
})
