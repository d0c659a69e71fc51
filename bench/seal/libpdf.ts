import { webcrypto } from 'node:crypto'
import { CryptoKeySigner, PDF } from '@libpdf/core'
import type { Sign, Stage } from './stage.ts'

/** The signature, the timestamps and the proofs of @libpdf/core. It attaches no evidence, and verifies no token. */
export async function signWithLibpdf({ installation, stamp }: Stage): Promise<Sign> {
  const { seal } = installation
  const [leaf = new Uint8Array(), root = new Uint8Array()] = seal.chain
  const pkcs8 = 'pkcs8' in seal.key ? seal.key.pkcs8 : new Uint8Array()
  const kind = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await webcrypto.subtle.importKey('pkcs8', Uint8Array.from(pkcs8), kind, false, ['sign'])
  const signer = new CryptoKeySigner(key, leaf, 'EC', 'ECDSA', [root])
  const timestampAuthority = { timestamp: stamp }
  // Each certificate is asked for alone, because seals and timestamps have different lists.
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
