import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { BASE, familyLabel, filesOfFamily, renameFamily } from '../../writing/index.ts'
import type { TypesetJob } from './model.ts'

/** Typst reads no file: nothing is here, and what it may see is given by name. */
const WORKSPACE = '/nonexistent'
const PARTS = ['look', 'pieces', 'tables', 'blocks', 'evidence', 'document']
/** Archives take it (ISO 19005-3, level A): fonts are inside, the structure is told, and files may be attached. */
const STANDARD = 'a-3a'
const PLAIN = '1.7'

const template = PARTS.map((part) => readFileSync(new URL(`./template/${part}.typ`, import.meta.url), 'utf8')).join(
  '\n',
)
const base = BASE.map((name) => ({ label: familyLabel(name), files: filesOfFamily(name) }))

/** The compiler that was used last for other fonts than those of every document, and which fonts it has. */
let special: { key: string; compiler: NodeCompiler } | undefined
let plain: NodeCompiler | undefined

/**
 * Sets one document as PDF/A. A text that an archive forbids becomes a plain PDF that says so: a signature is not lost
 * for the sake of a standard. Throws when the document cannot be set at all.
 */
export async function typeset(job: TypesetJob): Promise<Uint8Array> {
  const compiler = compilerFor(job.fonts)
  for (const { name, bytes } of job.images) compiler.mapShadow(`${WORKSPACE}/${name}`, Buffer.from(bytes))
  try {
    return setAs(compiler, job.data, STANDARD) ?? setAs(compiler, job.data, PLAIN) ?? refuse()
  } finally {
    compiler.resetShadow()
    compiler.evictCache(0)
    // Native memory is given back only when the event loop turns.
    await new Promise(setImmediate)
  }
}

/** Undefined when the text may not be set by this standard. */
function setAs(compiler: NodeCompiler, data: string, pdfStandard: string): Uint8Array | undefined {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data, standard: pdfStandard } })
  if (!compiled.result) throw new Error(`The document could not be set: ${complaints(compiler, compiled.takeError())}`)
  try {
    return Uint8Array.from(compiler.pdf(compiled.result, { pdfStandard }))
  } catch {
    return undefined
  }
}

function refuse(): never {
  throw new Error('The document could not be written as a PDF.')
}

function compilerFor(fonts: TypesetJob['fonts']): NodeCompiler {
  if (fonts.length === 0) {
    plain ??= create([])
    return plain
  }
  const key = JSON.stringify(fonts)
  if (special?.key !== key) special = { key, compiler: create(fonts) }
  return special.compiler
}

function create(fonts: TypesetJob['fonts']): NodeCompiler {
  const fontBlobs = [...base, ...fonts].flatMap(({ label, files }) =>
    files.map((file) => renameFamily(readFileSync(file), label)),
  )
  return NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs }] })
}

function complaints(compiler: NodeCompiler, error: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null): string {
  const found: unknown = error ? compiler.fetchDiagnostics(error) : []
  return JSON.stringify(found).slice(0, 2_000)
}
