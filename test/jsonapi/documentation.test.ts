import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const read = (file: string) => readFile(file, 'utf8')

test('the page about new resources shows the actual files', async () => {
  const page = await read('docs/api/new-jsonapi-resource.md')
  const added = [...page.matchAll(/^\+(?!\+\+ )(.*)$/gm)].map(([, line = '']) => line)
  expect(`${added.join('\n')}\n`).toBe(await read('src/http/jsonapi/resources/documents.ts'))
  const [, shown = ''] = /```ts\n(.*?)\n```/s.exec(page) ?? []
  expect(await read('src/core/submissions/list-documents.ts')).toContain(shown)
})
