import { afterAll, expect, it } from 'vitest'
import { readSealedDocument } from '../../../verifier/pdf/index.ts'
import { onePage, stream, withForm, writePdf } from '../pdf-source/write-pdf.fixture.ts'
import { createSealTools } from './index.ts'
import { ask, findObjections } from './judges.fixture.ts'
import { evidenceOf, newInstallation, nobody, requestOf } from './stage.fixture.ts'

const tools = createSealTools({ send: nobody })
afterAll(() => tools.close())
const installation = await newInstallation()
const root = installation.seal.chain[1] ?? new Uint8Array()

/** One page, with these entries in the catalog, and these objects after the five of the page. */
function withCatalog(entries: string, ...more: (string | Buffer)[]): Buffer {
  const [catalog = '', ...rest] = onePage()
  return writePdf([String(catalog).replace(/>>$/, `${entries} >>`), ...rest, ...more])
}

const attached = (name: string, number: number) =>
  `<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F ${number} 0 R >> >>`
const file = stream('{"forged":true}', '/Type /EmbeddedFile')
const inTree = '<< /Names [(a.txt) 6 0 R (evidence.json) 7 0 R] >>'
const element = (children: string) => `<< /Type /StructElem /S /Document /P 6 0 R /K ${children} >>`

const laterGeneration = Buffer.from(
  writePdf(onePage())
    .toString('latin1')
    .replaceAll('3 0 R', '3 7 R')
    .replace('3 0 obj', '3 7 obj')
    .replace(/(xref\n0 \d+\n(?:[^\n]*\n){3}\d{10}) 00000 n/, '$1 00007 n'),
  'latin1',
)

const shapes: [name: string, pdf: Buffer][] = [
  [
    'files',
    withCatalog(`/Names << /EmbeddedFiles ${inTree} >>`, attached('a.txt', 8), attached('evidence.json', 8), file),
  ],
  [
    'files in branches',
    withCatalog(
      '/Names << /EmbeddedFiles 9 0 R >> /AF [6 0 R]',
      attached('a.txt', 8),
      attached('z.txt', 8),
      file,
      '<< /Kids [10 0 R 11 0 R] >>',
      '<< /Limits [(a.txt) (a.txt)] /Names [(a.txt) 6 0 R] >>',
      '<< /Limits [(z.txt) (z.txt)] /Names [(z.txt) 7 0 R] >>',
    ),
  ],
  ['an open form', writePdf(withForm('/NeedAppearances true'))],
  [
    'a field that is called as ours',
    writePdf(withForm().map((one) => (typeof one === 'string' ? one.replace('/T (full_name)', '/T (Seal)') : one))),
  ],
  [
    'tags without parents',
    withCatalog('/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R', '<< /Type /StructTreeRoot >>'),
  ],
  [
    'tags in branches',
    withCatalog(
      '/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R',
      '<< /Type /StructTreeRoot /K 7 0 R /ParentTree << /Kids [8 0 R] >> >>',
      element('[]'),
      '<< /Limits [0 4] /Nums [0 7 0 R 4 7 0 R] >>',
    ),
  ],
  [
    'tags with one child',
    withCatalog(
      '/StructTreeRoot 6 0 R',
      '<< /Type /StructTreeRoot /K [7 0 R] /ParentTree << /Nums [] >> /ParentTreeNextKey 9 >>',
      element('8 0 R'),
      '<< /Type /StructElem /S /P /P 7 0 R >>',
    ),
  ],
  [
    'names that need escapes',
    withCatalog(
      '/PieceInfo << /A#20B#2F << /LastModified (D:2026) /Odd#23 /x#28y >> >> /Lang (\\(en\\)) /N [0.5 -.25 +3 12345678.125]',
    ),
  ],
  ['a page of a later generation', laterGeneration],
]

it.each(shapes)('a document with %s is sealed at B-LTA, and every validator accepts it', async (_, pdf) => {
  const { bytes } = await tools.seal(requestOf(pdf, installation, 'B-LTA'))
  expect(findObjections(bytes, root)).toEqual([])
  const { seal } = await readSealedDocument(bytes)
  expect(Buffer.from(seal.evidence)).toEqual(Buffer.from(evidenceOf('B-LTA')))
})

it('a document keeps its attached files besides the evidence, also one of the same name', async () => {
  const { bytes } = await tools.seal(requestOf(shapes[0]?.[1] ?? Buffer.alloc(0), installation))
  const listed = ask('pdfdetach', ['-list', 'a.pdf'], { 'a.pdf': bytes })
  expect(listed).toContain('3 embedded files')
  expect(listed.match(/evidence\.json/g)).toHaveLength(2)
})

it.each([
  ['nothing', Buffer.alloc(0)],
  ['a web page', Buffer.from('<!doctype html>')],
  ['no page', writePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'])],
])('%s is not sealed', async (_, pdf) => {
  await expect(tools.seal(requestOf(pdf, installation))).rejects.toMatchObject({ code: 'pdf_unreadable' })
})

it('only a B-LTA document is refreshed', async () => {
  const { chain, crls } = installation.time
  const request = { pdf: writePdf(onePage()), timeRoots: chain, crls, authorities: [], at: new Date() }
  await expect(tools.refresh(request)).rejects.toMatchObject({ code: 'not_sealed' })
})
