import { afterAll, expect, it } from 'vitest'
import { refused, taken } from './corpus.fixture.ts'
import { createPdfSources } from './index.ts'
import { readPdf } from './read.ts'
import { bomb, manyPages, onePage, withForm, writePdf } from './write-pdf.fixture.ts'

const small = createPdfSources({ memoryMb: 190, judgeMs: 20_000, workMs: 20_000 })
afterAll(() => small.close())

const letter = '/MediaBox [0 0 612 792]'

it.each(taken)('a PDF that is $name is accepted with all its pages', async ({ bytes, pages = 1 }) => {
  expect(await readPdf(bytes, 300)).toMatchObject({ pages: Array.from({ length: pages }, () => expect.anything()) })
})

it.each(refused)('a PDF that is $name is refused with the reason', async ({ bytes, refusal }) => {
  expect(await readPdf(bytes, 300)).toMatchObject({ refusal })
})

it('a PDF that expands without end is refused, and the next is read', async () => {
  expect(await small.read(writePdf(bomb(70)), 300)).toEqual({ refusal: 'pdf_heavy' })
  expect(await small.read(writePdf(onePage()), 300)).toMatchObject({ pages: [{ width: 612, height: 792 }] })
}, 60_000)

it('the size of a page is that of its visible part, cropped and rotated', async () => {
  const turned = writePdf(manyPages([letter, letter], '/CropBox [0 0 300 500] /Rotate 90'))
  expect(await readPdf(turned, 300)).toMatchObject({
    pages: [
      { width: 500, height: 300 },
      { width: 500, height: 300 },
    ],
  })
})

it.each([
  ['', 0.118, 0.104],
  ['/Rotate 180', 0.68, 0.88],
  ['/Rotate 90', 0.88, 0.118],
  ['/CropBox [50 500 400 750]', 0.063, 0.16],
])('placeholders on a page %s have their visible places', async (page, x, y) => {
  const content = 'BT /F1 14 Tf 72 700 Td ({{signature:driver}}) Tj ET'
  const found = await readPdf(writePdf(onePage(`${letter} ${page}`, content)), 300)
  const place = expect.objectContaining({ page: 1, x: expect.closeTo(x, 1), y: expect.closeTo(y, 1) })
  const anchors = 'anchors' in found ? found.anchors : []
  expect(anchors.map(({ text, places }) => [text, places[0]])).toEqual([['{{signature:driver}}', place]])
})

it('form fields are read with their names, kinds and places', async () => {
  const found = await readPdf(writePdf(withForm()), 300)
  const place = { page: 1, x: 72 / 612, y: (792 - 520) / 792, width: 200 / 612, height: 20 / 792 }
  const near = Object.fromEntries(Object.entries(place).map(([name, value]) => [name, expect.closeTo(value, 4)]))
  expect(found).toMatchObject({
    formFields: [
      { name: 'full_name', label: 'Full name', kind: 'text', required: true, place: near },
      { name: 'agree', kind: 'checkbox', required: false },
      { name: 'sign.here', kind: 'signature' },
    ],
  })
})
