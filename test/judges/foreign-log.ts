import { createHash, createPublicKey } from 'node:crypto'
import { verifyCheckpoint } from '@sigstore/verify/dist/tlog/checkpoint.js'
import { verifyMerkleInclusion } from '@sigstore/verify/dist/tlog/merkle.js'
import type { EvidenceFile } from '../../src/core/evidence/format.ts'

type Entry = EvidenceFile['trail']['entries'][number]

/** The objections of sigstore's verifier to the rows of a document's evidence, with the log keys of a trust file. */
export function findLogObjections({ origin, trail }: EvidenceFile, trust: string): string[] {
  const logs: { origin: string; keys: { vkey: string }[] }[] = JSON.parse(trust).logs
  const keys = logs.find((log) => log.origin === origin)?.keys ?? []
  const authorities = keys.map(({ vkey }) => toAuthority(origin, vkey))
  return trail.entries.flatMap((entry) => {
    const asked = toEntry(entry, trail.checkpoint)
    try {
      verifyMerkleInclusion(asked, verifyCheckpoint(asked, authorities))
      return []
    } catch (error) {
      return [`${entry.leaf}: ${error}`]
    }
  })
}

/** Reads a verifier key (C2SP signed-note): its name, its id, and the type and the bytes of its key. */
function toAuthority(name: string, vkey: string) {
  const key = Buffer.from(vkey.split('+').slice(2).join('+'), 'base64')
  const named = Buffer.concat([Buffer.from(`${name}\n`), key])
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.subarray(1).toString('base64url') }
  return {
    logID: createHash('sha256').update(named).digest(),
    baseURL: name,
    publicKey: createPublicKey({ key: jwk, format: 'jwk' }),
    validFor: { start: new Date(0), end: new Date('9999-01-01') },
  }
}

function toEntry({ leaf, proof, entry }: Entry, envelope: string) {
  const hashes = proof.map((hash) => Buffer.from(hash, 'base64'))
  const place = { logIndex: String(leaf), rootHash: Buffer.alloc(0), treeSize: '0', hashes, checkpoint: { envelope } }
  return {
    logIndex: String(leaf),
    logId: { keyId: Buffer.alloc(0) },
    kindVersion: { kind: '', version: '' },
    integratedTime: '0',
    inclusionPromise: undefined,
    inclusionProof: place,
    canonicalizedBody: Buffer.from(entry),
  }
}
