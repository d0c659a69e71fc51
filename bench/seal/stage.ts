import { hash } from 'node:crypto'
import { makeToken } from '../../src/adapters/seal/authority.ts'
import { createSealTools } from '../../src/adapters/seal/index.ts'
import { toPem } from '../../src/adapters/seal/judges.fixture.ts'
import { signDigest } from '../../src/adapters/seal/sign.ts'
import {
  builtIn,
  type Installation,
  newInstallation,
  nobody,
  now,
  requestOf,
} from '../../src/adapters/seal/stage.fixture.ts'
import type { SealIdentity, SealLevel } from '../../src/core/evidence/index.ts'

import { logContent, newWorld, sealedAt, toBytes } from '../../verifier/evidence/world.fixture.ts'

/** How one side signs a document. */
export type Sign = (pdf: Uint8Array, level: SealLevel) => Promise<Uint8Array>

/** The keys, certificates and lists that all sides sign with, and the authority that they ask in this process. */
export type Stage = {
  installation: Installation
  ours: Sign
  /** Our signature over bytes, with its timestamp, for a peer that only places it. */
  signBytes(bytes: Uint8Array): Promise<Buffer>
  /** A sealed document with the evidence of a trail, and the trust file that proves it. */
  prove(pdf: Uint8Array, level: SealLevel): Promise<{ sealed: Uint8Array; trust: string }>
  stamp(imprint: Uint8Array): Promise<Uint8Array>
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const installation = await newInstallation()
  const tools = createSealTools({ send: nobody })
  let serial = 1n
  // The size is that of a proof in a log with a hundred thousand rows. bench/log.ts measures the log itself.
  const prove = async () => ({ bytes: Buffer.alloc(1_600, 'p'), at: now })
  return {
    installation,
    ours: async (pdf, level) =>
      (await tools.seal({ ...requestOf(pdf, installation, level), isSetHere: true, prove })).bytes,
    async signBytes(bytes) {
      const asked = { identity: installation.seal, authorities: [builtIn(installation.time)], at: now }
      return Buffer.from((await signDigest(nobody, hash('sha256', bytes, 'buffer'), asked)).cms)
    },
    async prove(pdf, level) {
      const world = await newWorld({ level })
      const { file, trust } = world
      const evidence = toBytes(file)
      const rootOf = ({ chain }: SealIdentity) => chain.slice(-1).map((one) => toPem(one))
      const roots = { seal_roots: rootOf(installation.seal), timestamp_roots: rootOf(installation.time) }
      const request = {
        ...{ ...requestOf(pdf, installation, level), evidence, at: sealedAt },
        prove: async (contentSha256: string) => ({
          bytes: Buffer.from(await logContent(world, { contentSha256, evidence })),
          at: sealedAt,
        }),
      }
      return { sealed: (await tools.seal(request)).bytes, trust: JSON.stringify({ ...trust, ...roots }) }
    },
    stamp: (imprint) => makeToken(installation.time, { imprint, nonce: 7n, serial: serial++, at: now }),
    close: () => tools.close(),
  }
}
