import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { runVerify } from '../../verifier/cli/run.ts'
import { toJson } from '../../verifier/report.ts'
import { verify } from '../../verifier/verify.ts'
import { languages, toPlain } from '../../verifier/words.ts'
import { foreignSources, newInstallations, sealSource } from './documents.ts'

const folder = mkdtempSync(join(tmpdir(), 'sealane-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))

const [[source], [installation]] = [await foreignSources('plain'), await newInstallations()]
if (!source || !installation) throw new Error('Nothing is sealed.')
const sealed = await sealSource(source, { level: 'B-T', installation })
const files = {
  'good.pdf': sealed.bytes,
  'bad.pdf': Buffer.concat([sealed.bytes, Buffer.from('\n')]),
  'trust.json': sealed.trust,
  'empty.pdf': '',
  'sparse.pdf': '',
  'plain.pdf': source.pdf,
  'late.pdf': Buffer.concat([Buffer.from('\n'.repeat(100)), sealed.bytes]),
  'other.zip': zipSync({ 'a.txt': Buffer.from('a') }),
}
for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
mkdirSync(join(folder, 'folder.pdf'))
truncateSync(join(folder, 'sparse.pdf'), 2 ** 30)
execFileSync('mkfifo', [join(folder, 'pipe.pdf')])

const program = join(import.meta.dirname, '../../verifier/sealane-verify.mjs')
const run = (...args: string[]) => {
  return spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' })
}

test('the stand-alone program gives the same JSON as the sources', async () => {
  const { stdout, status } = run('good.pdf', '--trust', 'trust.json', '--json')
  const wanted: unknown = JSON.parse(JSON.stringify(toJson(await verify(sealed.bytes, sealed.trust), languages.en)))
  expect([JSON.parse(stdout), status]).toEqual([wanted, 0])
  const members = ['verdict', 'reasons', 'document_sha256', 'seal', 'organization', 'signers', 'trail']
  expect(Object.keys(JSON.parse(stdout))).toEqual(expect.arrayContaining(members))
})

test('the program says in words who did what, from where, and what is not proved', () => {
  const { stdout, status } = run('good.pdf', '--trust', 'trust.json')
  expect(status).toBe(0)
  for (const words of [
    'Proven',
    'Ada Lovelace <ada@example.org>',
    'from 203.0.113.9 with Firefox',
    'Was shown what others had given before, in the roles: driver',
    'No witness has signed',
  ])
    expect(stdout).toContain(words)
  expect(run('good.pdf', '--trust', 'trust.json', '--language', 'fr').stdout).toMatch(
    /^Prouvé\n[\s\S]*dans les rôles\u00a0: driver\n/,
  )
})

test.each([
  [1, 'a document that was changed', ['bad.pdf', '--trust', 'trust.json'], /"code": "file_end"/],
  [2, 'a file that is no document', ['trust.json', '--trust', 'trust.json'], /"code": "not_pdf"/],
  [2, 'a trust file that is none', ['good.pdf', '--trust', 'good.pdf'], /"code": "trust_form"/],
])('the program ends with %i for %s', (code, _what, args, words) => {
  const { stdout, status } = run(...args, '--json')
  expect([status, stdout]).toEqual([code, expect.stringMatching(words)])
})

test.each([
  ['no file', [], 'Say which file'],
  ['two files', ['a', 'b'], 'Say which file'],
  ['no trust file', ['good.pdf'], '--trust TRUST.json'],
  ['a file that is not there', ['none.pdf', '--trust', 'trust.json'], 'none.pdf cannot be read'],
  ['another language', ['good.pdf', '--trust', 'trust.json', '--language', 'xx'], '--language is en or fr'],
  ['a word too many', ['good.pdf', '--trust', 'trust.json', '--else'], '--else'],
])('with %s the program shows its usage', async (_what, args, words) => {
  const paths = args.map((one) => (/\.(pdf|json)$/.test(one) ? join(folder, one) : one))
  await expect(runVerify(paths, () => {})).rejects.toThrow(words)
})

test('the program uses only files and arguments of Node', () => {
  const imports = [...readFileSync(program, 'utf8').matchAll(/^import .* from "(.*)"|\bimport\(|\brequire\(/gm)]
  expect(imports.map(([, name]) => name)).toEqual(['node:fs', 'node:util'])
})

test('wrong arguments end with 2', () => {
  expect(run('good.pdf')).toMatchObject({ status: 2, stderr: expect.stringContaining('--trust TRUST.json') })
})

test('texts of people cannot move the terminal’s cursor or reverse the reading order', () => {
  expect(toPlain('Ada\u001b[2J\u202eecalevoL\r\n')).toBe('Ada\ufffd[2J\ufffdecalevoL\ufffd\ufffd')
})

test.each([
  ['of no bytes', 'empty.pdf', 2, 'This is no PDF.'],
  ['of a gigabyte of nothing', 'sparse.pdf', 2, 'This is no PDF.'],
  ['that is a folder', 'folder.pdf', 2, 'folder.pdf cannot be read: it is no file'],
  ['that is a pipe', 'pipe.pdf', 2, 'pipe.pdf cannot be read: it is no file'],
  ['that nobody has sealed', 'plain.pdf', 1, 'The document has no seal'],
  ['with words before its head', 'late.pdf', 1, 'Refused'],
  ['that is another ZIP', 'other.zip', 2, 'not the bundle of a document'],
])('a file %s ends with a plain sentence', (_what, name, code, words) => {
  const { status, stdout, stderr } = run(name, '--trust', 'trust.json')
  expect([status, stdout + stderr]).toEqual([code, expect.stringContaining(words)])
  expect(stderr).not.toMatch(/^ +at /m)
})
