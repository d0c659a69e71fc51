import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

type Row = { number: number; file: string; name: string }

async function readRows(): Promise<Row[]> {
  const table = await readFile('docs/api/harbour-guide.md', 'utf8')
  const rows = table.split('\n').filter((line) => /^\| \d+ \|/.test(line))
  return rows.map((line) => {
    const proof =
      line
        .split(/(?<!\\)\|/)
        .at(-2)
        ?.trim() ?? ''
    const [file = '', ...name] = proof.split(': ')
    return { number: Number(line.split('|')[1]), file: file.replace(/^G\//, 'test/rest/'), name: name.join(': ') }
  })
}

test('every row of docs/api/harbour-guide.md names an existing test', async () => {
  const rows = await readRows()
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
  for (const { number, file, name } of rows) {
    const source = await readFile(file, 'utf8')
    expect(source.includes(name) && name.length > 10, `row ${number}: ${file}: ${name}`).toBe(true)
  }
})
