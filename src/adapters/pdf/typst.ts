import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { BASE, familyLabel, filesOfFamily, renameFamily } from '../../writing/index.ts'
import type { TypesetJob } from './model.ts'

/** Typst reads no files. All its inputs have names. */
const WORKSPACE = '/nonexistent'
const PARTS = ['look', 'pieces', 'tables', 'blocks', 'evidence', 'layers']
/**
 * The archive standard (ISO 19005-3, level A): fonts are embedded, the structure is tagged, and files may be attached.
 */
const STANDARD = 'a-3a'
const PLAIN = '1.7'

const read = (part: string) => readFileSync(new URL(`./template/${part}.typ`, import.meta.url), 'utf8')
const parts = PARTS.map(read).join('\n')
const template = read('document')
const base = BASE.map((name) => ({ label: familyLabel(name), files: filesOfFamily(name) }))

/**
 * The typesetter keeps its layout for this many documents. Documents of one agreement share most of their text, so this
 * saves two thirds of the layout of each, and costs 20 MB of memory.
 */
const KEPT_FOR = 2

/** The newest compiler with additional fonts, and the list of these fonts. */
let special: { key: string; compiler: NodeCompiler } | undefined
let plain: NodeCompiler | undefined

/**
 * Sets one document as PDF/A. A text that PDF/A forbids becomes a plain PDF with a note, because a signature matters
 * more than a standard. Throws when the document cannot be set.
 */
export async function typeset(job: TypesetJob): Promise<Uint8Array> {
  const compiler = compilerFor(job.fonts)
  const given = [{ name: 'data.json', bytes: Buffer.from(job.data) }, ...job.images]
  for (const { name, bytes } of given) compiler.mapShadow(`${WORKSPACE}/${name}`, Buffer.from(bytes))
  try {
    return setAs(compiler, job, STANDARD) ?? setAs(compiler, job, PLAIN) ?? refuse()
  } finally {
    for (const { name } of given) compiler.unmapShadow(`${WORKSPACE}/${name}`)
    compiler.evictCache(KEPT_FOR)
    // Native memory is freed only when the event loop turns.
    await new Promise(setImmediate)
  }
}

/** Undefined when this standard forbids the text. */
function setAs(compiler: NodeCompiler, { dir, fonts }: TypesetJob, pdfStandard: string): Uint8Array | undefined {
  const others = JSON.stringify(fonts.map(({ label }) => label))
  const compiled = compiler.compile({ mainFileContent: template, inputs: { others, dir, standard: pdfStandard } })
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
  const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs }] })
  compiler.addSource(`${WORKSPACE}/parts.typ`, parts)
  return compiler
}

function complaints(compiler: NodeCompiler, error: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null): string {
  const found: unknown = error ? compiler.fetchDiagnostics(error) : []
  return JSON.stringify(found).slice(0, 2_000)
}
