import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { toPem } from '../src/adapters/seal/judges.fixture.ts'
import { signDigest } from '../src/adapters/seal/sign.ts'
import { builtIn, newIdentity, nobody, now } from '../src/adapters/seal/stage.fixture.ts'
import { splitWords } from '../src/settings/words.ts'

const folder = mkdtempSync(join(tmpdir(), 'sealane-hsm-'))
const inFolder = (name: string) => join(folder, name)
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const time = await newIdentity('time')
const own = { ec: await newIdentity('seal'), rsa: await newIdentity('seal', 'rsa-3072') }

/** A token of SoftHSM with a key of each kind. */
function makeToken(): void {
  mkdirSync(inFolder('tokens'))
  writeFileSync(inFolder('softhsm2.conf'), `directories.tokendir = ${inFolder('tokens')}\n`)
  writeFileSync(inFolder('pin'), '1234')
  vi.stubEnv('SOFTHSM2_CONF', inFolder('softhsm2.conf'))
  vi.stubEnv('PIN', '1234')
  const run = (...args: string[]) => execFileSync('softhsm2-util', args, { stdio: 'pipe' })
  run('--init-token', '--free', '--label', 'sealane', '--so-pin', '1234', '--pin', '1234')
  for (const [kind, label, id] of [
    ['ec', 'seal', '01'],
    ['rsa', 'seal-rsa', '02'],
  ] as const) {
    const { key } = own[kind]
    const file = inFolder(`${kind}.pem`)
    writeFileSync(file, toPem('pkcs8' in key ? key.pkcs8 : new Uint8Array(), 'PRIVATE KEY'))
    run('--import', file, '--token', 'sealane', '--label', label, '--id', id, '--pin', '1234')
  }
}

makeToken()

/** The commands of the documentation, with our files. */
const documented = [...readFileSync('docs/sealing.md', 'utf8').matchAll(/^SEALANE_SEAL_COMMAND='(.+)'$/gm)].map(
  ([, line = '']) => line.replace('/etc/sealane/pin', inFolder('pin')).replace('key.pem', inFolder('ec.pem')),
)

test('the documentation shows a file, an engine, and a module with each kind of key', () => {
  expect(documented.length).toBe(4)
})

test.each(documented)('the documented command seals, and the key stays in its token: %s', async (line) => {
  const { chain } = line.includes('--id 02') ? own.rsa : own.ec
  const identity = { key: { command: splitWords(line) }, chain, crls: [] }
  const signed = signDigest(nobody, new Uint8Array(32), { identity, authorities: [builtIn(time)], at: now })
  await expect(signed).resolves.toMatchObject({ stamp: { authority: { kind: 'built-in' } } })
})
