import { Disproved } from '../disproved.ts'
import type { Completed } from './completed.ts'
import { unzip } from './unzip.ts'

export { isZip } from './unzip.ts'

/**
 * The parts of a bundle that the verifier reads: the document, and the proof that the log names it. The other files are
 * for people.
 */
type Bundle = { document: Uint8Array; completed: Completed }

const mb = 1_048_576
const wanted = new Map([
  ['document.pdf', 1_024 * mb],
  ['completed.json', mb],
  ['completed.tlog-proof', mb],
])

/** Reads a bundle, as the server makes it. Throws Disproved for any other ZIP. */
export async function readBundle(bytes: Uint8Array): Promise<Bundle> {
  const files = await unzip(bytes, wanted)
  const [document, row, proof] = [...wanted.keys()].map((name) => files?.get(name))
  if (!document || !row || !proof) throw new Disproved('bundle_form')
  return { document, completed: { row: readText(row), proof: readText(proof) } }
}

function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Disproved('completed_form')
  }
}
