import { readFile } from 'node:fs/promises'
import type { Reason } from '../../verifier/verdict.ts'
import { verify } from '../../verifier/verify.ts'
import { languages, sayReason } from '../../verifier/words.ts'
import { compareHead } from '../core/evidence/index.ts'
import { parseId } from '../core/ids.ts'
import type { DocumentVerdict } from '../core/submissions/index.ts'
import type { Core } from '../store.ts'
import { sayMisfit } from '../texts/index.ts'
import { UsageError } from './index.ts'

type SystemHandle = Core['database']['system']

/** A document that is kept elsewhere, and its fault or the fault of the log under which it was sealed. */
export type FileVerdict = { file: string; problem: string | null }

/** Verifies a document with a trust file. */
export async function judgeWith(trust: string, bytes: Uint8Array): Promise<DocumentVerdict> {
  const { reasons, proof } = await verify(bytes, trust)
  const [first] = reasons
  if (first) return { refusal: say(first) }
  return { refusal: null, head: proof && headOf(proof.trail) }
}

/** Verifies documents or bundles that are kept elsewhere, and compares their heads with the logs of `db`. */
export async function inspectFiles(db: SystemHandle, trust: string, files: readonly string[]): Promise<FileVerdict[]> {
  const read = await Promise.all(files.map(async (file) => ({ file, bytes: await readOrRefuse(file) })))
  return Promise.all(read.map(async ({ file, bytes }) => ({ file, problem: await inspectFile(db, trust, bytes) })))
}

/** The fault of a document or bundle, or of the log under which it was sealed; null for none. */
export async function inspectFile(db: SystemHandle, trust: string, bytes: Uint8Array): Promise<string | null> {
  const { reasons, proof } = await verify(bytes, trust)
  const [first] = reasons
  if (first || !proof) return sayMisfit({ code: 'document_refused', params: { why: first ? say(first) : '' } })
  const organizationId = parseId('organization', proof.organization.id)
  if (!organizationId) return sayMisfit({ code: 'names_no_organization', params: {} })
  // The head of a bundle is newer than the head in its document.
  const newer = proof.completed && (await compareHead(db, organizationId, headOf(proof.completed)))
  const misfit = newer ?? (await compareHead(db, organizationId, headOf(proof.trail)))
  return misfit && sayMisfit(misfit)
}

function headOf(trail: { checkpoint_size: number; checkpoint_root: string }) {
  return { size: trail.checkpoint_size, root: trail.checkpoint_root }
}

async function readOrRefuse(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : error}.`)
  }
}

/** A reason as the end of a sentence. */
function say({ code, values }: Reason): string {
  return sayReason(code, values, languages.en).replace(/\.$/, '')
}
