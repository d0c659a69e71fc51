import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { rowTypesOf } from '../tools/row-types/index.ts'
import { shareDatabase } from './support/database.ts'

const database = shareDatabase()

test('the row types match the database; if not, run: npm run generate -- row-types', async () => {
  const made = await rowTypesOf(database.url)
  const names = (await readdir('src/db/tables')).map((file) => `src/db/tables/${file}`)
  const committed = names.map(async (name) => [name, await readFile(name, 'utf8')])
  expect(Object.fromEntries(await Promise.all(committed))).toEqual(made)
})
