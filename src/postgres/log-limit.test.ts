import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { cutLog, limitLog } from './log-limit.ts'

async function newLog(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sealane-log-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await appendFile(join(folder, 'log'), text)
  return join(folder, 'log')
}

test('a log above its limit keeps its last whole lines', async () => {
  const log = await newLog(Array.from({ length: 100 }, (_, line) => `line ${line}\n`).join(''))
  await cutLog(log, 500, 50)
  expect(await readFile(log, 'utf8')).toMatch(/^(line 9\d\n){6}$/)
})

test('a log below its limit, or a missing one, stays unchanged', async () => {
  const log = await newLog('all\n')
  await cutLog(log, 500, 50)
  await cutLog(`${log}.none`, 500, 50)
  expect(await readFile(log, 'utf8')).toBe('all\n')
})

test('a log that grows without end stays small while the server runs', async () => {
  const log = await newLog('')
  const { stop } = limitLog(log, { bytes: 10_000, kept: 1_000, everyMs: 1 })
  onTestFinished(stop)
  for (let line = 0; line < 2_000; line += 1) await appendFile(log, `${'x'.repeat(99)}\n`)
  expect((await readFile(log)).length).toBeLessThan(50_000)
})
