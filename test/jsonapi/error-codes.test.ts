import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { errorStatuses } from '../../src/http/jsonapi/error-codes.ts'
import { newClient } from '../support/jsonapi.ts'

async function wordsOf(pattern: string, expression: RegExp): Promise<string[]> {
  const words = new Set<string>()
  for await (const file of glob(pattern))
    for (const [, word = ''] of (await readFile(file, 'utf8')).matchAll(expression)) words.add(word)
  return [...words].sort()
}

test('every error code of the dialect has an explanation', async () => {
  const refused = await wordsOf('src/http/jsonapi/**/*.ts', /refuse\(\s*\d{3},\s*'(\w+)'/g)
  const parameters = await wordsOf('src/http/jsonapi/query.ts', /problem\(\s*[\w']+,\s*'(\w+)'/g)
  expect([...refused, ...parameters].filter((word) => word !== '' && !(word in errorStatuses))).toEqual([])
})

test('the URL in an error explains it without a token', async () => {
  const client = await newClient()
  const { body } = await client.get('/roles?nope=1')
  const page = await client.app.inject(new URL(String(body.errors[0].links.about)).pathname)
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(page.payload).toContain('id="unknown_parameter"')
})
