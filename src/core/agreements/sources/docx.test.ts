import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { newContext } from '../../../../test/support/organization.ts'
import { sha256 } from '../../vault.ts'
import { isPacked, judgeDocx } from './docx.ts'
import type { ConvertOffice } from './pdf.ts'
import { readUpload } from './upload.ts'

const whole = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' }
const relation = (type: string, mode = 'TargetMode="External"') =>
  `<Relationships><Relationship Id="1" Type="http://x/${type}" Target="http://elsewhere.example/a" ${mode}/></Relationships>`

/** A ZIP file of these parts. `claims` is the unpacked size that its directory claims. */
function pack(parts: Record<string, string>, claims = 0): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []]
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(text)
    const [local, central] = [Buffer.alloc(30), Buffer.alloc(46)]
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(name.length, 26)
    central.writeUInt32LE(0x02014b50)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(claims || text.length, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(Buffer.concat(bodies).length, 42)
    bodies.push(local, Buffer.from(name), packed)
    directory.push(central, Buffer.from(name))
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(Buffer.concat(bodies).length, 16)
  return Buffer.concat([...bodies, ...directory, end])
}

test.each([
  ['a text', pack(whole), null],
  ['a text with a link', pack({ ...whole, 'word/_rels/document.xml.rels': relation('hyperlink') }), null],
  [
    'a link in single quotes',
    pack({ ...whole, 'word/_rels/a.rels': relation('hyperlink').replaceAll('"', "'") }),
    null,
  ],
  ...[
    relation('image', 'TargetMode="&#69;xternal"'),
    relation('image', "TargetMode='&#x45;xternal'"),
    relation('image', 'XType="/hyperlink" TargetMode="External"'),
    relation('image', 'Note="a > b" TargetMode="External"'),
    `<!DOCTYPE a [<!ENTITY e "External">]>${relation('image', 'TargetMode="&e;"')}`,
    `<?xml version="1.0" encoding="UTF-7"?>${relation('image')}`,
    [...relation('image')].join('\0'),
  ].map((rels): [string, Buffer, string] => [
    'a part from outside in disguise',
    pack({ ...whole, 'word/_rels/document.xml.rels': rels }),
    'docx_outside',
  ]),
  [
    'a part from outside in capitals',
    pack({ ...whole, 'word/_rels/document.xml.RELS': relation('image') }),
    'docx_outside',
  ],
  ['a picture of its own', pack({ ...whole, 'word/_rels/document.xml.rels': relation('image', '') }), null],
  ['a picture from elsewhere', pack({ ...whole, 'word/_rels/document.xml.rels': relation('image') }), 'docx_outside'],
  [
    'a template from elsewhere',
    pack({ ...whole, 'word/_rels/x.xml.rels': relation('attachedTemplate') }),
    'docx_outside',
  ],
  ['macros', pack({ ...whole, 'word/vbaProject.bin': 'x' }), 'docx_macros'],
  ['a spreadsheet', pack({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }), 'docx_not'],
  ['a bomb', pack(whole, 150 * 1024 * 1024), 'docx_heavy'],
  ['relations that are one', pack({ ...whole, 'a.rels': ' '.repeat(2 * 1024 * 1024) }), 'docx_damaged'],
  ['half of a text', pack(whole).subarray(0, 90), 'docx_damaged'],
  ['a directory that is not there', pack(whole).subarray(-22), 'docx_damaged'],
])('%s is judged before any program opens it', async (_what, bytes, why) => {
  expect(await judgeDocx(bytes)).toBe(why)
})

test('a ZIP file is recognised by its first bytes', () => {
  expect([isPacked(pack(whole)), isPacked(Buffer.from('%PDF-1.7'))]).toEqual([true, false])
})

const upload = async (convert: ConvertOffice) => {
  const read = async () => ({ pages: [{ width: 600, height: 800 }], anchors: [], formFields: [], words: [''] })
  const draw = () => Promise.reject(new Error('Nothing is drawn here.'))
  return readUpload(
    await newContext(),
    { read, draw, convert },
    { name: 'Lease.docx', base64: pack(whole).toString('base64') },
  )
}

test('an agreement from a Word document is its PDF, under the name of a PDF', async () => {
  const pdf = Buffer.from('%PDF-1.7')
  const made = await upload(async () => ({ pdf }))
  expect([made.name, made.sha256, made.byteSize]).toEqual(['Lease.pdf', sha256(pdf).toString('hex'), pdf.length])
})

test('without LibreOffice, a Word document is refused with an explanation', async () => {
  await expect(upload(async () => ({ refusal: 'docx_off' }))).rejects.toMatchObject({ message: 'fileUpload docx_off' })
})
