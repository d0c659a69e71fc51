import { describe, expect, test } from 'vitest'
import { renderAgreementPdf } from './index.ts'
import { askProgram } from './read-pdf.fixture.ts'
import { sample } from './sample.fixture.ts'

const long = 'words that go on and on about what is supplied and when and by whom '.repeat(4)

/** The lines of a table on the page. */
async function readTable(rows: string[][]): Promise<string> {
  const [header = [], ...body] = rows
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const source = [line(header), line(header.map(() => '---')), ...body.map(line)].join('\n')
  const text = askProgram('pdftotext', await renderAgreementPdf(sample(source)), '-layout')
  return text.replaceAll('\u00a0', ' ').replaceAll('\u200b', '')
}

describe('a word or number is split only if no other column can be narrower', () => {
  test.each([
    ['an amount', '1,200.00 €'],
    ['an amount with a code', 'EUR 14,400.00'],
    ['a part of a hundred', '99.5 %'],
    ['a date', '2026-12-01'],
    ['a number of an account', 'DE89370400440532013000'],
    ['a long word', 'Donaudampfschifffahrtsgesellschaft'],
  ])('%s beside two columns of long text', async (_name, whole) => {
    expect(
      await readTable([
        ['What', 'Amount', 'More'],
        [long, whole, long],
      ]),
    ).toContain(whole)
  })

  test('eleven numbers beside one word that is wider than the page', async () => {
    const numbers = Array.from({ length: 11 }, (_, index) => `${index + 1},200.00`)
    const text = await readTable([numbers.map((_, index) => `c${index}`).concat('last'), [...numbers, 'a'.repeat(60)]])
    for (const number of numbers) expect(text).toContain(number)
  })
})

test('a word wider than the whole table is split without losing a letter', async () => {
  const text = await readTable([
    ['a', 'b'],
    ['x'.repeat(400), 'c'],
  ])
  expect(text.match(/x{5,}/g)?.join('').length).toBe(400)
})

test('a column is aligned as its rule says', async () => {
  const bytes = await renderAgreementPdf(sample('| left | right |\n|:--|--:|\n| first cell | 1 |\n| a | 1,000 |'))
  const boxes = askProgram('pdftotext', bytes, '-bbox').matchAll(/xMax="([\d.]+)"[^>]*>(1|1,000)</g)
  const edges = [...boxes].map(([, edge]) => Number(edge))
  expect(Math.abs((edges[0] ?? 0) - (edges[1] ?? 99))).toBeLessThan(0.5)
})
