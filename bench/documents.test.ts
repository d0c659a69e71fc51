import { expect, test } from 'vitest'
import { renderAgreementPdf } from '../src/adapters/pdf/index.ts'
import { openPdf } from '../src/adapters/pdf/read-pdf.fixture.ts'
import { documents } from './pdf/documents.ts'

test.each(['2 pages', '4 pages', '10 pages'])('the document of %s has so many pages', async (name) => {
  const document = documents[name]
  const { numPages } = await openPdf(await renderAgreementPdf(document ?? expect.unreachable()))
  expect(`${numPages} pages`).toBe(name)
})
