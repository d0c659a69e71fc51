import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findFamily } from '../../writing/index.ts'
import { setAgreement } from './agreement.ts'
import { renderAgreementPdf } from './index.ts'
import { nameProducer } from './producer.ts'
import { askProgram, openPdf } from './read-pdf.fixture.ts'
import { sample } from './sample.fixture.ts'
import { typeset } from './typst.ts'

const claim = '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>'

test('a document is PDF/A-3a, tagged, in the language of its text', async () => {
  const bytes = await renderAgreementPdf({ ...sample(), language: 'de-CH' })
  expect(Buffer.from(bytes).includes(claim)).toBe(true)
  expect(askProgram('pdfinfo', bytes)).toMatch(/Tagged: +yes/)
  expect((await (await openPdf(bytes)).getMetadata()).info).toMatchObject({ Language: 'de-CH' })
})

test('both records of a file name the same producer', async () => {
  const file = Buffer.from(await renderAgreementPdf(sample())).toString('latin1')
  expect(file).toContain('/Producer (Sealane)')
  expect(file).toContain('<pdf:Producer>Sealane</pdf:Producer>')
  expect(file).not.toContain('/Creator')
})

test('a character that archives forbid gives a plain PDF that says so, with all signatures', async () => {
  const job = setAgreement(sample('before X after'))
  const bytes = await typeset({ ...job, data: job.data.replace('before X after', 'before \u{e000} after') })
  expect(Buffer.from(bytes).includes(claim)).toBe(false)
  expect(askProgram('pdftotext', bytes)).toContain('This file is a plain PDF')
})

test('a document is the same bytes, whichever were set before it', async () => {
  const job = setAgreement(sample())
  const alone = await typeset(job)
  await typeset(setAgreement({ ...sample(), title: 'Another', submissionId: 'SUBMISSION-2', completedAt: new Date(0) }))
  expect(Buffer.compare(await typeset(job), alone)).toBe(0)
})

test('the look of the text names nothing that only one document says, so that documents share what is laid out', () => {
  const template = readFileSync(new URL('template/document.typ', import.meta.url), 'utf8')
  const look = template.slice(template.indexOf('#set '), template.indexOf('#place('))
  expect(new Set(look.match(/data\.\w+/g))).toEqual(new Set(['data.lang', 'data.region', 'data.layers', 'data.first']))
})

test('another process writes the same bytes', async () => {
  const here = nameProducer(await typeset(setAgreement(sample('漢字 and {{full_name}}'))))
  expect(Buffer.from(await renderAgreementPdf(sample('漢字 and {{full_name}}'))).equals(here)).toBe(true)
})

test('no text is interpreted as code', async () => {
  const source = '#read("/etc/passwd") $x$ #{1 + 1} <label> @ref `#panic()` \\#set'
  expect(askProgram('pdftotext', await renderAgreementPdf(sample(source)))).toContain(
    '#read("/etc/passwd") $x$ #{1 + 1}',
  )
})

test('an archive can have a character of each font, regular, bold and italic', async () => {
  const letters = Array.from({ length: 0x30000 / 97 }, (_, index) => index * 97 + 0x20)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((letter) => !/\p{Cc}/u.test(letter) && findFamily(letter) !== null)
  const text = letters.map((letter) => `a${letter} ${letter} `).join('')
  const looks = [{}, { strong: true }, { emphasis: true }, { code: true }] as const
  const children = looks.map((look) => ({ kind: 'text' as const, text, ...look }))
  const document = { blocks: [{ kind: 'paragraph' as const, children }], fieldKeys: [] }
  expect(letters.length).toBeGreaterThan(400)
  expect(Buffer.from(await renderAgreementPdf({ ...sample(), document })).includes(claim)).toBe(true)
})
