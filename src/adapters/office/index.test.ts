import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createOffice, findIsolation, tryOffice } from './index.ts'

/**
 * A program in place of LibreOffice. It gets the same arguments: the last one is the file, the one before it the
 * folder.
 */
function standIn(script: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'stand-in-')), 'soffice')
  writeFileSync(file, `#!/bin/sh\nfor word; do before=$out; out=$last; last=$word; done\n${script}\n`)
  chmodSync(file, 0o755)
  return file
}
const bytes = Buffer.from('PK a text')
const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('sealane-office-')).length

test('a document becomes the PDF of the program, and leaves no files behind', async () => {
  const before = folders()
  const made = await createOffice(standIn('cp "$last" "$out/in.pdf"'))(bytes)
  expect(made).toEqual({ pdf: bytes })
  expect(folders()).toBe(before)
})

test('the program has its own home and profile, no network, and no secrets of the server', async () => {
  const made = await createOffice(
    standIn('{ env; echo "$@"; cat profile/user/registrymodifications.xcu; } > "$out/in.pdf"'),
  )(bytes)
  const told = String(Object(made).pdf)
  expect(told).toMatch(/-env:UserInstallation=file:\/\/.*sealane-office-/)
  expect(told).toContain('https_proxy=http://127.0.0.1:9')
  expect(told).toContain('DisableMacrosExecution')
  expect(told).not.toMatch(/DATABASE_URL|SEALANE_/)
})

test('the program is in a network in which there is nobody, where the system permits that', async () => {
  const made = await createOffice(standIn('cat /proc/self/net/dev > "$out/in.pdf"'))(bytes)
  const networks = [...String(Object(made).pdf).matchAll(/^ *([^ :]+):/gm)].map(([, name]) => name)
  const isAlone = (await findIsolation()).length > 0
  expect(networks).toEqual(isAlone ? ['lo'] : expect.arrayContaining(['lo']))
})

test.each([
  ['makes nothing', 'exit 0'],
  ['fails', 'exit 3'],
  ['makes an empty file', ': > "$out/in.pdf"'],
])('a program that %s means that the file is damaged', async (_how, script) => {
  expect(await createOffice(standIn(script))(bytes)).toEqual({ refusal: 'docx_damaged' })
})

test('a program that takes too long is ended with its child processes, and the next one runs', async () => {
  const slow = createOffice(standIn('sleep 30 & sleep 30'), { timeoutMs: 300, waiting: 2 })
  const began = performance.now()
  const made = await Promise.all([slow(bytes), slow(bytes), slow(bytes)])
  expect(made.map((one) => Object(one).refusal)).toEqual(['docx_heavy', 'docx_heavy', 'docx_heavy'])
  expect(performance.now() - began).toBeLessThan(10_000)
})

test('without the program no PDF is made', async () => {
  expect(await createOffice(null)(bytes)).toEqual({ refusal: 'docx_off' })
})

test.each([
  ['echo LibreOffice 25.2', null],
  ['echo something else', 'it does not say that it is LibreOffice'],
  ['exit 4', 'it ends with 4'],
])('doctor tries the program: %s', async (script, says) => {
  expect(await tryOffice(standIn(script))).toBe(says)
})

test('doctor reports a missing program', async () => {
  expect(await tryOffice('/nowhere/soffice')).toMatch(/ENOENT/)
})
