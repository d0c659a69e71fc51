import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A value of a PDF as qpdf parses it: names begin with `/`, texts with `u:` or `b:`, and references end with ` R`. */
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value }
export type Dict = Record<string, Value>

/** All objects of a file, parsed by qpdf, which shares no code with ours. */
export type Objects = {
  trailer: Dict
  /** Each object by its reference. A stream has its dictionary here. */
  all: ReadonlyMap<string, Value>
  streams: ReadonlyMap<string, Buffer>
}

/** Lets qpdf parse a file. Throws when qpdf finds an error. */
export function parse(pdf: Uint8Array): Objects {
  const folder = mkdtempSync(join(tmpdir(), 'sealane-qpdf-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf)
    const args = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', 'a.pdf']
    const { stdout, stderr, status } = spawnSync('qpdf', args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 })
    if (status !== 0) throw new Error(stderr)
    return readObjects(JSON.parse(stdout).qpdf[1])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Written = { value?: Value; stream?: { dict: Dict; data: string } }

function readObjects(written: Record<string, Written>): Objects {
  const [all, streams] = [new Map<string, Value>(), new Map<string, Buffer>()]
  for (const [name, { value, stream }] of Object.entries(written)) {
    const ref = name.replace(/^obj:/, '')
    all.set(ref, stream ? stream.dict : (value ?? null))
    if (stream) streams.set(ref, Buffer.from(stream.data, 'base64'))
  }
  return { all, streams, trailer: asDict(all.get('trailer') ?? null) }
}

export function asDict(value: Value): Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

/** The object that a value refers to, or else the value. */
export function follow({ all }: Objects, value: Value | undefined): Value {
  return typeof value === 'string' && / R$/.test(value) ? (all.get(value) ?? null) : (value ?? null)
}

export function dictOf(objects: Objects, value: Value | undefined): Dict {
  return asDict(follow(objects, value))
}

export function listOf(objects: Objects, value: Value | undefined): Value[] {
  const found = follow(objects, value)
  return Array.isArray(found) ? found : []
}

/** All dictionaries of a file, with nested ones. */
export function* everyDict({ all }: Objects): Generator<Dict> {
  const open: Value[] = [...all.values()]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue
    if (!Array.isArray(value)) yield value
    open.push(...(Array.isArray(value) ? value : Object.values(value)))
  }
}

/** The signatures in the fields of a form, in the order of the bytes that they cover. */
export function findFields(objects: Objects): { kind: string; der: string; end: number }[] {
  const form = dictOf(objects, dictOf(objects, objects.trailer['/Root'])['/AcroForm'])
  const values = listOf(objects, form['/Fields']).map((one) => dictOf(objects, dictOf(objects, one)['/V']))
  const found = values.map((value) => {
    const [, , resume = 0, rest = 0] = listOf(objects, value['/ByteRange']).map(Number)
    const padded = String(value['/Contents']).replace(/^b:/, '')
    const length = 4 + Number.parseInt(padded.slice(4, 8), 16)
    return { kind: String(value['/SubFilter']).slice(1), der: padded.slice(0, length * 2), end: resume + rest }
  })
  return found.sort((a, b) => a.end - b.end)
}

/** The associated files of a catalog, by name. */
export function findFiles(objects: Objects): Map<string, Buffer> {
  const specs = listOf(objects, dictOf(objects, objects.trailer['/Root'])['/AF']).map((one) => dictOf(objects, one))
  const streamOf = (spec: Dict) => objects.streams.get(String(dictOf(objects, spec['/EF'])['/F'])) ?? Buffer.alloc(0)
  return new Map(specs.map((spec) => [String(spec['/UF']).replace(/^u:/, ''), streamOf(spec)]))
}
