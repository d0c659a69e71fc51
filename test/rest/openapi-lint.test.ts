import { readdir, readFile } from 'node:fs/promises'
import { type Config, createConfig, lintFromString } from '@redocly/openapi-core'
import { expect, test } from 'vitest'

const files = (await readdir('openapi')).filter((file) => file.endsWith('.json'))
// Redocly's recommended rules with its warnings counted as errors, and one more. There are no exceptions.
const rules = await createConfig({ extends: ['recommended-strict'], rules: { 'parameter-description': 'error' } })

test('the linter has documents of both dialects', () => {
  expect(files).toEqual(expect.arrayContaining(['jsonapi-1.json', 'rest-2.0.json', 'rest-2.1.json', 'rest-2.2.json']))
})

test.each(files)('%s has no finding of an OpenAPI linter', async (file) => {
  expect(await lint(await readFile(`openapi/${file}`, 'utf8'), rules)).toEqual([])
})

test('the linter finds the faults of a bad document', async () => {
  const document = JSON.parse(await readFile('openapi/rest-2.2.json', 'utf8'))
  const found = await lint(JSON.stringify({ ...document, info: { title: 'No licence', version: '1' } }), rules)
  expect(found).toEqual([expect.stringContaining('info-license')])
})

async function lint(source: string, config: Config): Promise<string[]> {
  const problems = await lintFromString({ source, absoluteRef: '/openapi.json', config })
  return problems.map(({ ruleId, location, message }) => `${ruleId} at ${location[0]?.pointer}: ${message}`)
}
