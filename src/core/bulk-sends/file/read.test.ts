import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostRows, readCsv } from './read.ts'

const read = (text: string | Buffer) => readCsv(Buffer.from(text))
const robin = { header: { line: 1, cells: ['name', 'email'] }, rows: [{ line: 2, cells: ['Robin', 'r@example.com'] }] }
const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

test.each<[string, string | Buffer]>([
  ['commas', 'name,email\nRobin,r@example.com\n'],
  ['semicolons, as Excel writes them in half of Europe', 'name;email\r\nRobin;r@example.com\r\n'],
  ['tabs', 'name\temail\r\nRobin\tr@example.com'],
  ['bars', 'name|email\nRobin|r@example.com'],
  ['a byte order mark', '\ufeffname,email\nRobin,r@example.com'],
  ['UTF-16 of a little-endian spreadsheet', utf16('name\temail\r\nRobin\tr@example.com\r\n', false)],
  ['UTF-16 of a big-endian one', utf16('name,email\nRobin,r@example.com', true)],
  ['ends of lines of an old Macintosh', 'name,email\rRobin,r@example.com\r'],
  ['quotes around everything', '"name","email"\n"Robin","r@example.com"\n'],
  ['a separator inside of quotes in the first line', '"name";"email"\nRobin;r@example.com'],
  ['spaces beside the cells', 'name , email\n Robin , r@example.com \n'],
  ['spaces beside quotes', 'name, "email"\n"Robin" , "r@example.com"\n'],
  ['empty lines and rows at the end', 'name,email\nRobin,r@example.com\n\n,\n\r\n , \n'],
])('a file with %s reads as what it says', (_, file) => {
  expect(read(file)).toEqual(robin)
})

test('a line that names the separator decides, and counts as a line', () => {
  expect(read('sep=;\r\na,b;c\r\n1,5;2\r\n')).toEqual({
    header: { line: 2, cells: ['a,b', 'c'] },
    rows: [{ line: 3, cells: ['1,5', '2'] }],
  })
})

test('a row has the number of its first line, also after cells of several lines', () => {
  const found = read('a,b\r\n1,"x\r\ny"\r\n\r\n2,3\r\n4,"5"\r\n')
  expect(found).toMatchObject({
    rows: [{ line: 2, cells: ['1', 'x\ny'] }, { line: 5 }, { line: 6, cells: ['4', '5'] }],
  })
})

test.each<[string, string | Buffer, string, number | undefined]>([
  ['without anything', '', 'csv_empty', undefined],
  ['with a first line only', 'name,email\n\n', 'csv_empty', undefined],
  ['of blank rows only', ',,\n,,\n', 'csv_empty', undefined],
  ['in the letters of an old Windows', Buffer.from('name\nRobin\nJos\u00e9\n', 'latin1'), 'csv_encoding', 3],
  ['that is a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1'), 'csv_encoding', 1],
  ['that is a workbook', Buffer.from('PK\x03\x04\x14\0\x06\0', 'latin1'), 'csv_nul', 1],
  ['with a NUL', 'a,b\n1,2\n3,x\0y\n', 'csv_nul', 3],
  ['in UTF-16 that does not say so', Buffer.from('a,b\n1,2\n', 'utf16le'), 'csv_nul', 1],
  ['with half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x41]), 'csv_encoding', 1],
  ['with a quote inside of a cell', 'a,b\n1,x "y" z\n', 'csv_quote', 2],
  ['with letters behind a quote', 'a,b\n1,2\n3,"x"y\n', 'csv_quote', 3],
  ['with a quote that is never closed', 'a,b\n1,2\n3,"x\n4,5\n', 'csv_quote_open', 3],
  ['with a row too many', `a\n${'x\n'.repeat(mostRows + 1)}`, 'csv_rows', mostRows + 2],
  ['of five megabytes', `a\n${'x'.repeat(5 * 1024 * 1024)}`, 'csv_size', undefined],
])('a file %s is refused, and the line is named', (_, file, code, line) => {
  const found = read(file)
  expect(found).toMatchObject({ code })
  expect('params' in found ? found.params.line : null).toBe(line)
})

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('a,b', 'a;b', 'a\tb', 'a|b', '"', '""', 'x"y', 'a\nb', '', 'é', "'", '=1+1', 'sep=;'),
)
const dialect = fc.record({
  separator: fc.constantFrom(',', ';', '\t', '|'),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf8', 'utf8 with a mark', 'utf-16le', 'utf-16be'),
  tail: fc.nat(3),
  quotesAll: fc.boolean(),
})

test('any table, written in any dialect, reads back the same', () => {
  const table = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 6 })).chain(([width, height]) => {
    const row = fc.array(cell, { minLength: width, maxLength: width })
    return fc.array(row, { minLength: height, maxLength: height })
  })
  fc.assert(
    fc.property(table, dialect, (cells, how) => {
      const kept = cells.map((row) => [
        'k',
        ...row.map((one) => one.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').trim()),
      ])
      const found = readCsv(write([kept[0]?.map((_, at) => `column${at}`) ?? [], ...kept], how))
      expect('rows' in found ? found.rows.map((row) => row.cells) : found).toEqual(kept)
    }),
    { numRuns: 300 },
  )
})

type Dialect = { separator: string; end: string; encoding: string; tail: number; quotesAll: boolean }

function write(rows: string[][], { separator, end, encoding, tail, quotesAll }: Dialect): Buffer {
  const quote = (text: string) =>
    quotesAll || /[",;\t|\n\r]/.test(text) ? `"${text.replaceAll('"', '""').replaceAll('\n', end)}"` : text
  const text = rows.map((row) => row.map(quote).join(separator) + end).join('') + end.repeat(tail)
  if (encoding === 'utf-16le') return utf16(text, false)
  if (encoding === 'utf-16be') return utf16(text, true)
  return Buffer.from((encoding === 'utf8' ? '' : '\ufeff') + text)
}
