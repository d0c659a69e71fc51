import { readTrust, type Trust } from '../core/evidence/index.ts'
import { bundleReadme } from '../texts/index.ts'
import type { HttpDependencies } from './dependencies.ts'

type Parts = { trust: Trust; readme: string; verifier: Uint8Array | null }

/** The parts of a bundle beside the document: the trust file, a text that explains the bundle, and the verifier. */
export async function readBundleParts(deps: HttpDependencies, base: string): Promise<Parts> {
  const [trust, verifier] = await Promise.all([
    readTrust(deps.database.system, deps.publicUrl ?? base, deps.trust),
    deps.readVerifier(),
  ])
  return { trust, readme: bundleReadme, verifier }
}
