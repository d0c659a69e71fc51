import { afterAll, expect, it } from 'vitest'
import type { FinishedAgreement } from '../../core/agreements/document/index.ts'
import type { PagePlace, PdfReading } from '../../core/agreements/sources/index.ts'
import { taken } from '../pdf-source/corpus.fixture.ts'
import { type Picture, paintPage } from '../pdf-source/draw.ts'
import { pdfSources } from '../pdf-source/index.ts'
import { withPage, withPdf } from '../pdf-source/pdfium.ts'
import { readPdf } from '../pdf-source/read.ts'
import { renderAgreementPdf } from './index.ts'
import { askProgram, readPages } from './read-pdf.fixture.ts'
import { drawnMark, sample } from './sample.fixture.ts'

afterAll(() => pdfSources.close())

const at = (page: number, x: number, y: number, width: number, height: number): PagePlace => ({
  page,
  x,
  y,
  width,
  height,
})
const spots = (page: number) => ({
  full_name: [at(page, 0.55, 0.3, 0.35, 0.05)],
  signature: [at(page, 0.55, 0.4, 0.4, 0.08)],
  terms: [at(page, 0.55, 0.55, 0.04, 0.04)],
})

const renderOn = (input: FinishedAgreement) => renderAgreementPdf(input, pdfSources.finish)

async function finish(bytes: Buffer, over: Partial<FinishedAgreement> = {}) {
  const { pages } = (await readPdf(bytes, 300)) as PdfReading
  const places = spots(pages.length)
  const document = { blocks: [], fieldKeys: [] }
  const done = await renderOn({ ...sample(), document, pdf: { bytes, pages, places, covered: [] }, ...over })
  return { pages: pages.length, places: Object.values(places).flat(), done }
}

const paint = (bytes: Uint8Array, number: number): Promise<Picture | null> =>
  withPdf(bytes, (pdf) => pdf && withPage(pdf, number, (page) => page && paintPage(page, 300)))

/** The number of changed points: outside all places, and inside each place. */
function compare(before: Picture | null, after: Picture | null, places: PagePlace[]) {
  if (!before || !after || before.pixels.length !== after.pixels.length) throw new Error('The pages differ in size.')
  const inside = places.map(() => 0)
  let outside = 0
  for (let index = 0; index < before.width * before.height; index++) {
    const off = [0, 1, 2].some(
      (part) => Math.abs((before.pixels[index * 4 + part] ?? 0) - (after.pixels[index * 4 + part] ?? 0)) > 48,
    )
    if (!off) continue
    const [x, y] = [(index % before.width) / before.width, Math.floor(index / before.width) / before.height]
    const place = places.findIndex(
      (one) =>
        x >= one.x - 0.01 && x <= one.x + one.width + 0.01 && y >= one.y - 0.01 && y <= one.y + one.height + 0.01,
    )
    if (place < 0) outside += 1
    else inside[place] = (inside[place] ?? 0) + 1
  }
  return { outside, inside }
}

it.each(taken)(
  'the document of a PDF that is $name is valid, unchanged outside its fields, and filled in',
  async ({ bytes }) => {
    const { pages, places, done } = await finish(bytes)
    expect(askProgram('qpdf', done, '--check')).toMatch(/No syntax or stream encoding errors/)
    const { outside, inside } = compare(await paint(bytes, pages), await paint(done, pages), places)
    expect(outside).toBeLessThan(20)
    for (const filled of inside) expect(filled).toBeGreaterThan(3)
  },
)

it('after the pages of a PDF come all values and the record of signing, in every script', async () => {
  const bytes = taken.find(({ name }) => name === 'plain')?.bytes ?? Buffer.alloc(0)
  const fields = { ...sample().fields, full_name: { kind: 'text', value: 'محمد 漢字 ไทย' } as const }
  const { done } = await finish(bytes, { fields, unplaced: [{ key: 'full_name', label: 'Full name' }] })
  const [first = '', ...rest] = await readPages(done)
  expect(first).toContain('漢字')
  expect(rest.join(' ')).toMatch(/Full name/)
  expect(rest[0]).toMatch(/page 2 of 4/)
})

it('a placeholder is covered, and a drawn mark takes its place', async () => {
  const bytes = taken.find(({ name }) => name === 'turned by 90')?.bytes ?? Buffer.alloc(0)
  const { pages, anchors } = (await readPdf(bytes, 300)) as PdfReading
  const covered = anchors.flatMap(({ places }) => places)
  const fields = { signature: { kind: 'signature', mark: { kind: 'drawn', drawing: drawnMark() } } as const }
  const done = await renderOn({
    ...sample(),
    fields,
    document: { blocks: [], fieldKeys: [] },
    pdf: { bytes, pages, places: { signature: [at(1, 0.1, 0.7, 0.3, 0.1)] }, covered },
  })
  // The first place of upright words is their first letter. The last place covers them all.
  const wholes = anchors.flatMap(({ places }) => places.slice(-1))
  expect(wholes.length).toBeGreaterThan(0)
  const { inside } = compare(await paint(bytes, 1), await paint(done, 1), [...wholes, at(1, 0.1, 0.7, 0.3, 0.1)])
  for (const changed of inside) expect(changed).toBeGreaterThan(20)
})
