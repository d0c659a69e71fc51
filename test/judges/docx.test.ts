import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ask, findObjections, findSignatures, judgeSeal } from '../../src/adapters/seal/judges.fixture.ts'
import { readPem } from '../../src/adapters/seal/pem.ts'
import { type Field, importFields, importRoles, readUpload } from '../../src/core/agreements/index.ts'
import type { EvidenceFile } from '../../src/core/evidence/format.ts'
import { readTrust } from '../../src/core/evidence/index.ts'
import { readDocument } from '../../src/core/submissions/index.ts'
import { withOffice } from '../../src/work.ts'
import { verify } from '../../verifier/verify.ts'
import { database, newContext } from '../support/organization.ts'
import { goodSignature, newIdentified, newSigning, simpleAgreement } from '../support/signing.ts'
import { findLogObjections } from './foreign-log.ts'
import { findFiles, parse } from './qpdf.ts'

const made = fileURLToPath(new URL('../../src/adapters/pdf-source/corpus/libreoffice.pdf', import.meta.url))

/** LibreOffice at SEALANE_TEST_SOFFICE, else a program that returns an earlier result of LibreOffice. */
function office(): string {
  const real = process.env.SEALANE_TEST_SOFFICE
  if (real) return real
  const file = join(mkdtempSync(join(tmpdir(), 'stand-in-')), 'soffice')
  writeFileSync(file, `#!/bin/sh\nfor word; do before=$out; out=$last; last=$word; done\ncp ${made} "$out/in.pdf"\n`)
  chmodSync(file, 0o755)
  return file
}

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const open = 'http://schemas.openxmlformats.org'
const docx = zipSync({
  '[Content_Types].xml': Buffer.from(
    `<?xml version="1.0"?><Types xmlns="${open}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  ),
  '_rels/.rels': Buffer.from(
    `<?xml version="1.0"?><Relationships xmlns="${open}/package/2006/relationships"><Relationship Id="r1" Type="${open}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  ),
  'word/document.xml': Buffer.from(
    `<?xml version="1.0"?><w:document xmlns:w="${w}"><w:body>${paragraph('Between Acme and {{full_name:driver}}.')}${paragraph('Signed: {{signature:driver}}')}</w:body></w:document>`,
  ),
})

/** An agreement from the Word document, signed by one person and finished as the product does. */
async function signDocx() {
  const upload = { name: 'Lease.docx', base64: Buffer.from(docx).toString('base64') }
  const pdf = await readUpload(await newContext(), withOffice({ soffice: office() }), upload)
  const signerRoles = importRoles(pdf)
  const place = { page: pdf.pages.length, x: 0.1, y: 0.6, width: 0.3, height: 0.1 }
  const isMark = ({ type }: Field) => type === 'signature'
  const fields = importFields([], signerRoles, pdf).map((field) => (isMark(field) ? { ...field, ...place } : field))
  const signing = await newSigning({ ...simpleAgreement, source: '', pdf, signerRoles, fields })
  await (await newIdentified(signing)).post('sign', { ...goodSignature, 'field.full_name_driver': 'Zoë' })
  await signing.finish()
  const { id } = await signing.ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  const settings = { timestampRoots: [], witnesses: { witnesses: [], quorum: 0 } }
  const trust = await readTrust(database.system, 'http://localhost', settings)
  return { bytes: (await readDocument(signing.ctx, id)).bytes, trust }
}

const { bytes, trust } = await signDocx()

test('a Word document that was signed is sealed, proven, and found right by openssl, pdfsig, qpdf and mutool', async () => {
  const { reasons, proof } = await verify(bytes, JSON.stringify(trust))
  expect(reasons).toEqual([])
  expect(proof?.content).not.toBeNull()
  const [seal] = findSignatures(bytes)
  const roots = (await Promise.all(trust.seal_roots.map((one) => readPem(one)))).map(({ chain }) => chain[0] ?? bytes)
  if (!seal) throw new Error('Nothing was sealed.')
  const root = roots.find((one) => judgeSeal(seal, one).includes('CMS Verification successful'))
  expect(findObjections(bytes, root ?? new Uint8Array())).toEqual([])
  expect([...findFiles(parse(bytes)).keys()]).toEqual(expect.arrayContaining(['evidence.json', 'document.tlog-proof']))
  expect(ask('pdftotext', ['a.pdf', '-'], { 'a.pdf': bytes })).toContain('Zoë')
})

test('the proof of the pages is one that sigstore’s verifier, which is not ours, finds in the log', () => {
  const files = findFiles(parse(bytes))
  const [head = '', checkpoint = ''] = splitOnce(String(files.get('document.tlog-proof')))
  const [, extra = '', index = '', ...proof] = head.split('\n')
  const entry = Buffer.from(extra.replace('extra ', ''), 'base64').toString()
  const row = { leaf: Number(index.replace('index ', '')), proof, entry, openings: {} }
  const evidence: EvidenceFile = JSON.parse(String(files.get('evidence.json')))
  expect(findLogObjections({ ...evidence, trail: { checkpoint, entries: [row] } }, JSON.stringify(trust))).toEqual([])
  const evidenceSha256 = createHash('sha256')
    .update(files.get('evidence.json') ?? '')
    .digest('hex')
  expect(JSON.parse(entry)).toMatchObject({ action: 'document.prepared', data: { evidenceSha256 } })
})

function splitOnce(text: string): [string, string] {
  const at = text.indexOf('\n\n')
  return [text.slice(0, at), text.slice(at + 2)]
}
