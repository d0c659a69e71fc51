import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'

const program = fileURLToPath(new URL('ended-presence.fixture.ts', import.meta.url))

test('a worker that has ended keeps its process alive by no timer', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [program, inject('databaseUrl')])
  expect(JSON.parse(stdout)).toEqual([])
})
