import { Disproved, type ReasonCode } from '../disproved.ts'
import { readSealedDocument, type SealedDocument } from '../pdf/index.ts'
import { findNewest } from '../pdf/read-revision.ts'
import { readRevisions, readSeal } from '../pdf/sealed.ts'

const latin = new TextDecoder('latin1')
const sealMark = 'ETSI.CAdES.detached'

/**
 * Takes a sealed document apart: the seal, the evidence, and later additions. Verifies no signature. Throws Disproved
 * with what is wrong with the file.
 */
export async function takeApart(bytes: Uint8Array): Promise<SealedDocument> {
  if (!/%PDF-\d/.test(latin.decode(bytes.subarray(0, 1_024)))) throw new Disproved('not_pdf')
  const isMarked = latin.decode(bytes).includes(sealMark)
  if (!isMarked) throw new Disproved('not_sealed')
  orElse('file_end', () => findNewest(bytes))
  const [first, ...later] = orElse('later_revision', () => readRevisions(bytes))
  if (!first) throw new Disproved('not_sealed')
  orElse('revision_form', () => readSeal(first))
  try {
    return await readSealedDocument(bytes)
  } catch {
    throw new Disproved(later.length > 0 ? 'proofs_form' : 'byte_range')
  }
}

// Any error while reading means that the file is at fault, because nothing of it is trusted yet.

function orElse<T>(code: ReasonCode, read: () => T): T {
  try {
    return read()
  } catch {
    throw new Disproved(code)
  }
}
