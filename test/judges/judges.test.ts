import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { findFaults } from '../../src/adapters/pdf/read-pdf.fixture.ts'
import { findSignatures } from '../../src/adapters/seal/judges.fixture.ts'
import { canonicalJson } from '../../src/core/canonical-json.ts'
import { verify } from '../../verifier/verify.ts'
import { accessRules, archiveRules, findBroken } from './archive.ts'
import { findLogObjections } from './foreign-log.ts'
import { kinds } from './kinds.ts'
import { findFields, findFiles, parse } from './qpdf.ts'
import { ask, combinations, layOut, sealEach } from './world.ts'

// Each kind of submission, each level and each kind of key once. sealEach({ all: true }) crosses them.
const documents = await sealEach()
const folder = layOut(documents)
afterAll(() => rmSync(folder, { recursive: true }))
const script = fileURLToPath(new URL('../../src/adapters/seal/strict-der.fixture.py', import.meta.url))
const count = (said: string, words: RegExp) => said.match(words)?.length ?? 0

test('the documents are of every kind, level and key, and our own verifier proves them', async () => {
  expect(new Set(documents.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)))
  expect(documents.length).toBe(combinations.length)
  for (const { bytes, trust } of documents) expect((await verify(bytes, trust)).reasons).toEqual([])
})

test('pdfsig finds the seal of every document valid, and the whole of each covered', () => {
  const said = ask(folder, 'for f in *.pdf; do pdfsig -nocert $f; done')
  const seals = said.match(/Signature Type: ETSI.CAdES.detached[\s\S]*?Signature Validation: .*/g) ?? []
  expect(seals.filter((seal) => seal.includes('Signature is Valid.'))).toHaveLength(documents.length)
  expect(count(said, /- Total document signed/g)).toBe(documents.filter(({ level }) => level !== 'B-LT').length)
})

test('openssl cms accepts every seal under its root, and under no other', () => {
  const check = 'openssl cms -verify -inform DER -in $f -content $f.data -binary -purpose any -out /dev/null'
  const said = ask(folder, `for f in *.seal; do ${check} -CAfile \${f%%.*}.seal.root; done`)
  expect(count(said, /CMS Verification successful/g)).toBe(documents.length)
  expect(ask(folder, `for f in *.seal; do ${check} -CAfile \${f%%.*}.time.root; done`)).not.toMatch(/successful/)
})

test('openssl ts accepts every timestamp: of the seal, of the proofs, and of later years', () => {
  const check = `openssl ts -verify -data $f.data -in $f -token_in -CAfile \${f%%.*}.time.root`
  const said = ask(folder, `for f in *.time; do ${check} || echo $f; done`)
  const times = { 'B-T': 1, 'B-LT': 1, 'B-LTA': 2, refreshed: 3 }
  expect(count(said, /^Verification: OK$/gm)).toBe(documents.reduce((sum, { level }) => sum + times[level], 0))
  expect(said).not.toMatch(/\.time$/m)
})

test('qpdf, mutool and pdf.js find nothing wrong in any document', async () => {
  const said = ask(
    folder,
    'for f in *.pdf; do qpdf --check $f; mutool info $f; mutool draw -q -F text -o /dev/null $f; done',
  )
  expect(count(said, /No syntax or stream encoding errors found/g)).toBe(documents.length)
  const objections = said.match(/^.*(warning|error:|damaged|mismatch|repair).*$/gim) ?? []
  // Debian's mutool has no support for colour profiles.
  expect(objections.filter((line) => !line.includes('ICC support'))).toEqual([])
  for (const { bytes } of documents) expect(await findFaults(bytes)).toBe('')
})

test('asn1crypto reads every signature and timestamp as strict DER', () => {
  const said = ask(folder, `/usr/bin/python3 ${script} *.pdf`)
  const signed = documents.flatMap(({ bytes }) => findSignatures(bytes))
  expect(said.trim().split('\n')).toHaveLength(signed.length)
  expect(said).not.toMatch(/Error/)
})

test('pdfdetach takes the evidence out of every document as it was sealed', () => {
  const said = ask(folder, 'for f in *.pdf; do pdfdetach -save 1 -o evidence $f && cat evidence && echo; done')
  const taken = said.split('\n').filter((line) => line.startsWith('{'))
  expect(taken.sort()).toEqual(documents.map(({ evidence }) => canonicalJson(evidence)).sort())
})

test('a seal changes no byte of what was set, and so it keeps the claim and the tags of an archive', () => {
  const said = ask(folder, 'for f in *.pdf; do pdfinfo $f; done')
  expect(documents.filter(({ bytes, pdf }) => !Buffer.from(bytes.subarray(0, pdf.length)).equals(pdf))).toEqual([])
  const claims = documents.filter(({ bytes }) => Buffer.from(bytes).includes('<pdfaid:part>3</pdfaid:part>'))
  expect(claims.length).toBeGreaterThanOrEqual(5)
  expect(count(said, /Tagged: +yes/g)).toBeGreaterThanOrEqual(claims.length)
})

test('qpdf, which parses, finds the fields of exactly the signatures that others judge here, and the evidence among the files', () => {
  const wanted = { 'B-T': 1, 'B-LT': 1, 'B-LTA': 2, refreshed: 3 }
  for (const { bytes, level, evidence } of documents) {
    const objects = parse(bytes)
    const found = findFields(objects)
    expect(found).toHaveLength(wanted[level])
    expect(found).toEqual(findSignatures(bytes).map(({ kind, der, end }) => ({ kind, der: der.toString('hex'), end })))
    expect(findFiles(objects).get('evidence.json')?.toString()).toBe(canonicalJson(evidence))
  }
})

test('qpdf finds no rule of archives broken in a document that claims to be one, and no claim lost by the seal', () => {
  const claiming = documents.filter(({ pdf }) => Buffer.from(pdf).includes('<pdfaid:part>3</pdfaid:part>'))
  expect(claiming.length).toBeGreaterThanOrEqual(5)
  for (const { bytes } of claiming) expect(findBroken(parse(bytes), { ...archiveRules, ...accessRules })).toEqual([])
})

test('sigstore’s verifier, which is not ours, finds every row of every document in its log, and no changed one', () => {
  for (const { evidence, trust } of documents) expect(findLogObjections(evidence, trust)).toEqual([])
  const [{ evidence, trust } = { evidence: undefined, trust: '' }] = documents
  if (!evidence) throw new Error('Nothing was sealed.')
  const entries = evidence.trail.entries.map((one) => ({
    ...one,
    entry: one.entry.replace('"sequence":', '"sequence":1'),
  }))
  expect(findLogObjections({ ...evidence, trail: { ...evidence.trail, entries } }, trust)).toHaveLength(entries.length)
})
