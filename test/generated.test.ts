import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { generatedFiles } from '../tools/generated.ts'

test.each(Object.keys(generatedFiles))('%s is up to date; if not, run: npm run generate', async (name) => {
  expect((await readFile(name, 'utf8')) === (await generatedFiles[name]?.())).toBe(true)
})
