import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PdfRefusal } from '../../core/agreements/sources/index.ts'
import { font, manyPages, onePage, stream, withCatalog, withForm, writePdf } from './write-pdf.fixture.ts'

type Shape = { name: string; bytes: Buffer; refusal?: PdfRefusal; pages?: number }

const letter = '/MediaBox [0 0 612 792]'
const base = writePdf(onePage())
const several = writePdf(manyPages([letter, letter, letter]))

/** Small files of other writers. Their names describe them. */
const folder = new URL('./corpus/', import.meta.url)
const foreign: Shape[] = readdirSync(folder).map((name) => ({
  name,
  bytes: readFileSync(new URL(name, folder)),
  pages: /cairo|libreoffice|1\.3/.test(name) ? 2 : 1,
}))

const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
const scripted = `/OpenAction ${script} /Names << /JavaScript << /Names [(a) ${script}] >> >> /AA << /WP ${script} >>`
const annotated = (action: string) =>
  `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 100 100] /A << ${action} >> >>]`
const carried = ['<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>', stream('abc', '/Type /EmbeddedFile')] as const
const onPage = (more: string) => writePdf(onePage(`${letter} ${more}`))

/** Files that act by themselves, each in another way. */
const acting: readonly (readonly [name: string, bytes: Buffer])[] = [
  ['a script when it opens', writePdf(withCatalog(`/OpenAction ${script}`))],
  ['a named script', writePdf(withCatalog(`/Names << /JavaScript << /Names [(a) ${script}] >> >>`))],
  ['a script with its letters as codes', writePdf(withCatalog('/OpenAction << /S /J#61vaScript /J#53 (1) >>'))],
  ['a script after a harmless action', onPage(annotated(`/S /URI /URI (https://a.example) /Next ${script}`))],
  ['a program that a page starts', onPage('/AA << /O << /S /Launch /F (cmd.exe) >> >>')],
  ['a link that sends a form', onPage(annotated('/S /SubmitForm /F (https://a.example)'))],
  ['a link that loads data', onPage(annotated('/S /ImportData /F (a.fdf)'))],
  ['files that it carries', writePdf(withCatalog('/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>', ...carried))],
  [
    'a file pinned to a page',
    writePdf(withCatalog('/Pinned << /Type /Annot /Subtype /FileAttachment /FS 6 0 R >>', ...carried)),
  ],
  ['a film', onPage('/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 100 100] >>]')],
]

/** PDFs that are accepted, with their number of pages (one by default). */
export const taken: Shape[] = [
  ...foreign,
  { name: 'plain', bytes: base },
  { name: 'turned by 90', bytes: writePdf(onePage(`${letter} /Rotate 90`)) },
  { name: 'turned by 180', bytes: writePdf(onePage(`${letter} /Rotate 180`)) },
  { name: 'turned by 270', bytes: writePdf(onePage(`${letter} /Rotate 270`)) },
  { name: 'turned by -90', bytes: writePdf(onePage(`${letter} /Rotate -90`)) },
  { name: 'cropped', bytes: writePdf(onePage(`${letter} /CropBox [50 500 400 750]`)) },
  { name: 'cropped and turned', bytes: writePdf(onePage(`${letter} /CropBox [50 500 400 750] /Rotate 90`)) },
  { name: 'cropped beyond its paper', bytes: writePdf(onePage(`${letter} /CropBox [-100 300 700 900]`)) },
  { name: 'offset', bytes: writePdf(onePage('/MediaBox [-100 200 512 992]')) },
  { name: 'a box upside down', bytes: writePdf(onePage('/MediaBox [612 792 0 0]')) },
  { name: 'in user units', bytes: writePdf(onePage(`${letter} /UserUnit 2`)) },
  {
    name: 'boxes and turning inherited',
    bytes: writePdf(manyPages(['', ''], `${letter} /CropBox [10 400 500 780] /Rotate 270`)),
    pages: 2,
  },
  {
    name: 'sizes and turns mixed',
    bytes: writePdf(manyPages([letter, '/MediaBox [0 0 842 595]', `${letter} /Rotate 90`, '/MediaBox [0 0 420 595]'])),
    pages: 4,
  },
  { name: 'without a box', bytes: writePdf(onePage('')) },
  { name: 'an empty page', bytes: writePdf(onePage(letter, null)) },
  {
    name: 'one closing too many',
    bytes: writePdf(onePage(letter, 'q 1 0 0 1 0 0 cm Q BT /F1 14 Tf 72 700 Td (Words) Tj ET')),
  },
  {
    name: 'one opening too many',
    bytes: writePdf(onePage(letter, 'q 0.5 0 0 0.5 0 0 cm BT /F1 14 Tf 72 700 Td (Words) Tj ET')),
  },
  { name: 'contents in parts', bytes: inParts() },
  { name: 'PDF 2.0', bytes: writePdf(onePage(), { version: '2.0' }) },
  { name: 'PDF 1.2', bytes: writePdf(onePage(), { version: '1.2' }) },
  { name: 'something before its head', bytes: Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), base]) },
  { name: 'something behind its end', bytes: Buffer.concat([base, Buffer.from('\r\n\0\0\0\0')]) },
  {
    name: 'a wrong table of places',
    bytes: Buffer.from(base.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1'),
  },
  { name: 'a form', bytes: writePdf(withForm()) },
  { name: 'a form with scripts', bytes: writePdf(withForm('', { catalog: scripted })) },
  {
    name: 'a page with a link',
    bytes: writePdf(onePage(`${letter} ${annotated('/S /URI /URI (https://example.com)')}`)),
  },
  { name: 'a form whose looks are to be made', bytes: writePdf(withForm('/NeedAppearances true')) },
  { name: 'a form on an empty page', bytes: writePdf(withForm('', { contents: false })) },
  { name: 'an old revision and a new one', bytes: withRevision(base) },
  ...byQpdf({
    linearised: ['--linearize'],
    'object streams': ['--object-streams=generate'],
    'no streams packed': ['--stream-data=uncompress', '--object-streams=disable'],
    'for reading': ['--qdf'],
  }),
  ...byQpdf({
    'hybrid-like': ['--object-streams=preserve', '--newline-before-endstream'],
    'encrypted with AES-256 and an empty password': ['--encrypt', '', 'owner', '256', '--'],
    'encrypted with AES-128 and an empty password': ['--encrypt', '', 'owner', '128', '--use-aes=y', '--'],
    'encrypted with RC4 and an empty password': ['--allow-weak-crypto', '--encrypt', '', 'owner', '40', '--'],
  }),
  { name: 'hybrid', bytes: hybrid() },
]

/** PDFs that are refused, with the reason. */
export const refused: (Shape & { refusal: PdfRefusal })[] = [
  { name: 'nothing', bytes: Buffer.alloc(0), refusal: 'pdf_not' },
  { name: 'a web page', bytes: Buffer.from('<!doctype html><p>Not found</p>'), refusal: 'pdf_not' },
  { name: 'a picture', bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), refusal: 'pdf_not' },
  { name: 'only a head', bytes: Buffer.from('%PDF-1.7\n%%EOF\n'), refusal: 'pdf_damaged' },
  { name: 'cut off', bytes: several.subarray(0, several.length - 200), refusal: 'pdf_truncated' },
  { name: 'cut in half', bytes: several.subarray(0, several.length / 2), refusal: 'pdf_truncated' },
  {
    name: 'cut and ended again',
    bytes: Buffer.concat([several.subarray(0, several.length / 2), Buffer.from('\n%%EOF\n')]),
    refusal: 'pdf_damaged',
  },
  {
    name: 'no pages',
    bytes: writePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']),
    refusal: 'pdf_empty',
  },
  {
    name: 'a tree of pages that holds itself',
    bytes: writePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
    refusal: 'pdf_damaged',
  },
  ...(['[ ]', '<</A >>'] as const).map((brackets) => ({
    name: `a page that holds ${brackets} a hundred thousand deep`,
    bytes: writePdf(onePage(`${letter} /X ${nest(brackets, 100_000)}`)),
    refusal: 'pdf_damaged' as const,
  })),
  {
    name: 'made of XFA',
    bytes: writePdf([...withForm('/XFA [(template) 10 0 R]'), stream('<template/>')]),
    refusal: 'pdf_xfa',
  },
  { name: 'signed', bytes: signed(), refusal: 'pdf_signed' },
  ...acting.map(([name, bytes]) => ({ name, bytes, refusal: 'pdf_active' as const })),
  {
    name: 'too many pages',
    bytes: writePdf(manyPages(Array.from({ length: 301 }, () => letter))),
    refusal: 'pdf_pages',
  },
  {
    name: '100,000 pages of one object',
    bytes: writePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${'3 0 R '.repeat(100_000)}] /Count 100000 >>`,
      `<< /Type /Page /Parent 2 0 R ${letter} >>`,
    ]),
    refusal: 'pdf_pages',
  },
  {
    name: 'a page as thin as a thread',
    bytes: writePdf(onePage('/MediaBox [0 0 40 14000]')),
    refusal: 'pdf_page_size',
  },
  { name: 'a page like a stamp', bytes: writePdf(onePage('/MediaBox [0 0 20 20]')), refusal: 'pdf_page_size' },
  { name: 'a lost part, and a wrong table of places', bytes: lost(), refusal: 'pdf_damaged' },
  ...byQpdf({ 'changes forbidden': ['--encrypt', '', 'owner', '256', '--modify=none', '--'] }).map((shape) => ({
    ...shape,
    refusal: 'pdf_forbidden' as const,
  })),
  ...byQpdf({ 'encrypted with a password': ['--encrypt', 'user', 'owner', '256', '--'] }).map((shape) => ({
    ...shape,
    refusal: 'pdf_password' as const,
  })),
]

function byQpdf(ways: Record<string, string[]>): Shape[] {
  const place = mkdtempSync(join(tmpdir(), 'sealane-corpus-'))
  try {
    const [from, to] = [join(place, 'in.pdf'), join(place, 'out.pdf')]
    writeFileSync(from, several)
    return Object.entries(ways).map(([name, options]) => {
      execFileSync('qpdf', [from, ...options, to], { stdio: 'ignore' })
      return { name, bytes: readFileSync(to), pages: 3 }
    })
  } finally {
    rmSync(place, { recursive: true })
  }
}

function lost(): Buffer {
  const whole = base
    .toString('latin1')
    .replace('4 0 obj', '4 0 abj')
    .replace(/startxref\n\d+/, 'startxref\n7')
  return Buffer.from(whole, 'latin1')
}

function inParts(): Buffer {
  const [catalog = '', pages = ''] = onePage()
  const page = `<< /Type /Page /Parent 2 0 R ${letter} /Contents [4 0 R 6 0 R] /Resources << /Font << /F1 5 0 R >> >> >>`
  return writePdf([catalog, pages, page, stream('q BT /F1 14 Tf 72 700 Td'), font, stream('(In two parts) Tj ET Q')])
}

function signed(): Buffer {
  const objects = withForm('/SigFlags 3').map((object) =>
    typeof object === 'string' && object.includes('/FT /Sig')
      ? object.replace('/FT /Sig', '/FT /Sig /V 10 0 R')
      : object,
  )
  const value = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 10 20 30] /Contents <${'ab'.repeat(64)}> >>`
  return writePdf([...objects, value])
}

/** An increment that changes the words of the page. */
function withRevision(before: Buffer): Buffer {
  const object = Buffer.concat([
    Buffer.from('4 0 obj\n'),
    stream('BT /F1 14 Tf 72 650 Td (A later word) Tj ET'),
    Buffer.from('\nendobj\n'),
  ])
  const at = before.length
  const previous = /startxref\n(\d+)/.exec(before.toString('latin1'))?.[1] ?? '0'
  const table = `xref\n4 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${at + object.length}\n%%EOF\n`
  return Buffer.concat([before, object, Buffer.from(table)])
}

/**
 * A cross-reference table for old readers, and a cross-reference stream for new ones. Only the stream has the page's
 * words.
 */
function hybrid(): Buffer {
  const objects = onePage()
  const head = Buffer.from('%PDF-1.5\n')
  const offsets: number[] = []
  let file = head
  objects.forEach((object, index) => {
    offsets.push(file.length)
    file = Buffer.concat([file, Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])
  })
  const streamAt = file.length
  const entry = Buffer.alloc(5)
  entry.writeUInt8(1, 0)
  entry.writeUInt32BE(offsets[4] ?? 0, 1)
  const cross = stream(entry, '/Type /XRef /Size 7 /Index [5 1] /W [1 4 0] /Root 1 0 R')
  file = Buffer.concat([file, Buffer.from('6 0 obj\n'), cross, Buffer.from('\nendobj\n')])
  const rows = offsets.map((offset, index) =>
    index === 4 ? '0000000000 00000 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
  )
  const table = `xref\n0 6\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size 7 /Root 1 0 R /XRefStm ${streamAt} >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.concat([file, Buffer.from(table)])
}

function nest(brackets: string, depth: number): string {
  const [open = '', close = ''] = brackets.split(' ')
  return `${`${open} `.repeat(depth)}1${close.repeat(depth)}`
}
