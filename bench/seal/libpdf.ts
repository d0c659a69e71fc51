import { webcrypto } from 'node:crypto'
import { CryptoKeySigner, PDF } from '@libpdf/core'
import type { Sign, Stage } from './stage.ts'

/** What @libpdf/core does by itself: its signature, its timestamps, its proofs. It attaches no evidence, and checks no token. */
export async function signWithLibpdf({ installation, stamp }: Stage): Promise<Sign> {
  const { seal } = installation
  const [leaf = new Uint8Array(), root = new Uint8Array()] = seal.chain
  const pkcs8 = 'pkcs8' in seal.key ? seal.key.pkcs8 : new Uint8Array()
  const kind = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await webcrypto.subtle.importKey('pkcs8', Uint8Array.from(pkcs8), kind, false, ['sign'])
  const signer = new CryptoKeySigner(key, leaf, 'EC', 'ECDSA', [root])
  const timestampAuthority = { timestamp: stamp }
  // Each certificate is asked for alone: those of seals have one list, those of times another.
  const isOfSeals = (certificate: Uint8Array) => seal.chain.some((one) => Buffer.from(one).equals(certificate))
  const listOf = (certificate: Uint8Array) => (isOfSeals(certificate) ? seal : installation.time).crls[0] ?? null
  const revocationProvider = {
    getCRL: async (certificate: Uint8Array) => listOf(certificate),
    getOCSP: async () => null,
  }
  return async (bytes, level) => {
    const pdf = await PDF.load(bytes)
    return (await pdf.sign({ signer, level, timestampAuthority, revocationProvider, reason: 'Signed by all' })).bytes
  }
}
