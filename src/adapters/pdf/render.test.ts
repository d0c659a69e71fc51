import { describe, expect, test } from 'vitest'
import type { FinishedAgreement } from '../../core/agreements/document/index.ts'
import { renderAgreementPdf } from './index.ts'
import { findFaults, openPdf, readPages } from './read-pdf.fixture.ts'
import { sample } from './sample.fixture.ts'

/** The sample is set once, because it gives the same bytes each time. */
let set: Promise<Uint8Array> | undefined
const setSample = () => {
  set ??= renderAgreementPdf(sample())
  return set
}
const readAsOne = (pages: string[]) => pages.join('\n').replace(/\s+/g, ' ')
let read: Promise<string> | undefined
const sampleText = () => {
  read ??= setSample().then(readPages).then(readAsOne)
  return read
}

async function readText(input: FinishedAgreement): Promise<string> {
  return readAsOne(await readPages(await renderAgreementPdf(input)))
}

describe('a finished agreement', () => {
  test('shows its text with the values filled in', async () => {
    const text = await sampleText()
    expect(text).toContain('made on 2026-12-01 between Harbour Community Transport')
    expect(text).toContain('and Zoë Łukasiewicz ("the Driver")')
    expect(text).toContain('£180.00')
    expect(text).not.toContain('{{')
  })

  test('has the mark, the time with its zone, and the address of each signer', async () => {
    const text = await sampleText()
    for (const word of ['DRIVER', 'CHARITY', 'driver@example.org', '2026-11-21 09:41:58 UTC', '203.0.113.24']) {
      expect(text).toContain(word)
    }
  })

  test('says of a simulated verification that nobody was verified', async () => {
    expect(await sampleText()).toContain('identity, completed, verified, simulated: nobody was checked')
  })

  test('has the hashes, ids, consents and verifications that prove the process', async () => {
    const input = sample()
    const text = await sampleText()
    const [signer] = input.signers
    const ids = [input.agreementId, input.linkId, input.submissionId, signer?.verifications[0]?.id ?? '']
    const hashes = [input.sourceSha256, input.chainHeadSha256 ?? '', signer?.consents[0]?.textSha256 ?? '']
    expect([...ids, ...hashes]).not.toContain('')
    for (const proof of [...ids, ...hashes]) expect(text).toContain(proof)
  })

  test('numbers every page and names the submission on it', async () => {
    const pages = await readPages(await setSample())
    expect(pages.length).toBeGreaterThan(1)
    pages.forEach((page, index) => {
      expect(page).toContain(`page ${index + 1} of ${pages.length}`)
      expect(page).toContain('SUBMISSION-1795251000000')
    })
  })

  test('is the same bytes for the same input', async () => {
    const [first, second] = [await setSample(), await renderAgreementPdf(sample())]
    expect(Buffer.from(first).equals(second)).toBe(true)
  })

  test('is a valid PDF under 200 KB with title, producer, language and date', async () => {
    const bytes = await setSample()
    expect(await findFaults(bytes)).toBe('')
    expect(bytes.length).toBeLessThan(200_000)
    expect((await (await openPdf(bytes)).getMetadata()).info).toMatchObject({
      Title: 'Volunteer Driver Agreement',
      Producer: 'Sealane',
      Language: 'en-GB',
      CreationDate: 'D:20261121094217Z',
    })
  })

  test('tells a screen reader its headings, lists, table cells and ticks', async () => {
    const pdf = await openPdf(await setSample())
    const trees = await Promise.all([1, 2].map(async (page) => (await pdf.getPage(page)).getStructTree()))
    const structure = JSON.stringify(trees)
    for (const role of ['H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'BlockQuote', 'Table', 'TR', 'TH', 'TD', 'Link']) {
      expect(structure).toContain(`"role":"${role}"`)
    }
    expect(structure).toContain('"alt":"ticked"')
    expect(structure).toContain('"alt":"drawn signature"')
  })

  test('links only where the text links', async () => {
    const page = await (await openPdf(await setSample())).getPage(1)
    expect((await page.getAnnotations()).map((annotation) => annotation.url)).toEqual(['https://example.org/report'])
  })

  test('is refused when a drawn mark has no ink', async () => {
    const input = sample('{{signature}}')
    input.fields.signature = {
      kind: 'signature',
      mark: { kind: 'drawn', drawing: { width: 9, height: 9, strokes: [] } },
    }
    await expect(renderAgreementPdf(input)).rejects.toThrow()
  })
})

describe('a document of people who signed in French', () => {
  let french: Promise<Uint8Array> | undefined
  const setFrench = () => {
    french ??= renderAgreementPdf({ ...sample(), spoken: 'fr', unplaced: [{ key: 'full_name', label: 'Vehicle' }] })
    return french
  }

  test('has its captions and its page of evidence in French, beside the text in its own language', async () => {
    const text = readAsOne(await readPages(await setFrench()))
    for (const words of [
      'PREUVES',
      'Procès-verbal de signature',
      'page 1 sur',
      'Également rempli',
      'Empreinte du texte',
    ])
      expect(text).toContain(words)
    const evidence = text.slice(text.indexOf('PREUVES'))
    expect(evidence).not.toMatch(/(?<!\p{L})(the|of|by|not|with|signed|hash|given|sent|time)(?!\p{L})/iu)
    expect(evidence).toContain('terminé, vérifié, simulé : personne n’a été contrôlé')
  })

  test('is a valid PDF with French words for a screen reader', async () => {
    const bytes = await setFrench()
    expect(await findFaults(bytes)).toBe('')
    const pdf = await openPdf(bytes)
    const trees = await Promise.all([1, 2].map(async (page) => (await pdf.getPage(page)).getStructTree()))
    expect(JSON.stringify(trees)).toContain('"alt":"signature dessinée"')
    expect(JSON.stringify(trees)).not.toContain('ticked')
  })

  test.each(['tlh', '', 'constructor', undefined])(
    'is English when they signed in %j, which is not supported',
    async (spoken) => {
      const text = await readText({ ...sample('a'), ...(spoken !== undefined && { spoken }) })
      expect(text).toContain('Record of signing')
    },
  )
})

test.each([
  ['a tall one', { width: 300, height: 900, strokes: [[10, 10, 12, 890]] }],
  ['a flat one', { width: 900, height: 10, strokes: [[1, 5, 899, 5]] }],
  [
    'a dot beside a line',
    {
      width: 300,
      height: 100,
      strokes: [
        [5, 5],
        [10, 50, 90, 60],
      ],
    },
  ],
  ['the largest', { width: 10_000, height: 10_000, strokes: [Array.from({ length: 40_000 }, (_, at) => at / 4)] }],
])('a drawn mark of any shape is drawn: %s', async (_what, drawing) => {
  const input = sample('{{signature}}')
  input.fields.signature = { kind: 'signature', mark: { kind: 'drawn', drawing } }
  expect(await findFaults(await renderAgreementPdf(input))).toBe('')
})

describe('hostile text', () => {
  test.each([
    ['a paragraph of 100 KB without a space', 'x'.repeat(100_000)],
    ['a table of 1,000 rows', `| a | b |\n|---|---|\n${'| lorem ipsum | dolor |\n'.repeat(1000)}`],
    ['a table cell taller than a page', `| a | b |\n|---|---|\n| ${'word '.repeat(3000)} | c |`],
    ['twelve wide columns', `${'|aaaaaaaaaaaaaaaaaaaaaaaaaaa'.repeat(12)}|\n${'|-'.repeat(12)}|\n${'|b'.repeat(12)}|`],
    ['the deepest list', Array.from({ length: 8 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n')],
    ['an empty list item, quote and code', '-\n\n>\n\n```\n```\n\n- ```\n  a\n  ```\n- | a |\n  |---|\n  | b |\n'],
    ['a heading longer than a page', `# ${'word '.repeat(2000)}`],
    ['emoji, joiners and flags', '👩‍👩‍👧 🏳️‍🌈 🇫🇷 😀 ☑'],
    ['stacked combining marks', `a${'\u0301\u0323'.repeat(500)}`],
    ['direction overrides and controls', 'a\u202eb\u2066c\u0007d\u0000e'],
    ['a word that changes its face at every letter', 'aא'.repeat(10_000)],
    ['an empty document', ''],
  ])('%s is drawn', async (_name, source) => {
    const bytes = await renderAgreementPdf(sample(source))
    expect(await findFaults(bytes)).toBe('')
  })

  test('no character of a word too long for a line is lost', async () => {
    const pages = await readPages(await renderAgreementPdf(sample('x'.repeat(20_000))))
    const [text = ''] =
      pages
        .join('')
        .replaceAll(/\s/g, '')
        .match(/x{19000,}|(x.*x)/) ?? []
    expect(text.match(/x/g)?.length).toBeGreaterThanOrEqual(20_000)
  })

  test('a long table has all its rows, under its header on each page', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `| row${index} | b |`).join('\n')
    const pages = await readPages(await renderAgreementPdf(sample(`| Kop | b |\n|---|---|\n${rows}`)))
    const withRows = pages.filter((page) => /row\d/.test(page))
    expect(pages.join(' ').match(/row\d+/g)).toHaveLength(300)
    expect(withRows.every((page) => page.includes('Kop'))).toBe(true)
  })

  test('a character without a font is shown as the replacement character', async () => {
    expect(await readText(sample('before \u{12000} after'))).toContain('before \u{fffd} after')
  })

  test('a field without a value is an empty line, also if its name is a property of every object', async () => {
    expect(await readText(sample('a {{nothing}} {{constructor}} b'))).toMatch(/a\s+b/)
  })
})

describe('alphabets', () => {
  const words = ['Ελληνικά', 'Українська', 'Tiếng Việt', 'ქართული', 'Հայերեն', 'Čeština']
  let read: Promise<string> | undefined

  test.each(words)('%s reads back', async (word) => {
    read ??= readText(sample(words.join('\n\n')))
    expect((await read).normalize('NFC')).toContain(word)
  })

  test('Hebrew and Arabic stand right to left, Arabic in joined forms', async () => {
    const bytes = await renderAgreementPdf(sample('שלום (a) 12\n\nمرحبا لا'))
    const text = (await readPages(bytes)).join(' ').normalize('NFKC')
    expect(text).toMatch(/שלום|םולש/)
    expect(text).toMatch(/مرحبا|ابحرم/)
    expect(text).not.toContain('\u{fffd}')
  })
})

test('a date in Arabic text keeps the order of its digits', async () => {
  const text = (await readPages(await renderAgreementPdf(sample('اتفاق {{start_date}} هذا')))).join(' ')
  expect(text.replace(/\s/g, '')).toContain('2026-12-01')
})

test('a typed mark in Arabic is drawn', async () => {
  const input = sample('a')
  const [signer] = input.signers
  if (signer) signer.mark = { kind: 'typed', name: 'علي' }
  const pages = await readPages(await renderAgreementPdf(input))
  const shown = (pages[0] ?? '').replace(/\s+/g, ' ')
  expect(shown).toContain('علي')
})
