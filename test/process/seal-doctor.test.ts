import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, type TestContext, test, vi } from 'vitest'
import { makeCrl, makeLeaf, makeRoot } from '../../src/adapters/seal/certificates.ts'
import { toPem } from '../../src/adapters/seal/judges.fixture.ts'
import { readConfig } from '../../src/config.ts'
import { importIdentity } from '../../src/core/evidence/identities.ts'
import { rawPublicKey, writeWitnessKey } from '../../src/core/evidence/index.ts'
import { createVault } from '../../src/core/vault.ts'
import { openDatabase } from '../../src/db/index.ts'
import { diagnose } from '../../src/diagnosis.ts'
import { saySentence } from '../../src/texts/index.ts'
import { sealTools } from '../../src/work.ts'
import { readCertificate } from '../../verifier/asn1/index.ts'
import { createDatabase, newestShape } from '../support/database.ts'
import { newServerHome } from '../support/server-home.ts'
import { runHere } from '../support/shell.ts'

const folder = mkdtempSync(join(tmpdir(), 'sealane-doctor-'))
const [roots, key, chain, list] = ['roots.pem', 'key.pem', 'chain.pem', 'revoked.crl'].map((name) => join(folder, name))
const kind = { kind: 'seal', name: 'Acme', algorithm: 'ec-p256', now: new Date(Date.now() - 60_000) } as const
const root = await makeRoot({ ...kind, name: 'Acme root', years: 20 })
const leaf = await makeLeaf(root, { ...kind, days: 800 })
if (!roots || !key || !chain || !list) throw new Error('There is no folder.')
writeFileSync(roots, toPem(root.certificate))
writeFileSync(key, toPem(leaf.privateKey, 'PRIVATE KEY'))
writeFileSync(chain, [leaf, root].map(({ certificate }) => toPem(certificate)).join(''))
const revoked = [{ serial: readCertificate(leaf.certificate).serial, at: kind.now }]
const nextUpdate = new Date(Date.now() + 86_400_000)
writeFileSync(list, await makeCrl(root, { now: kind.now, number: 1n, nextUpdate, revoked }))
function newWitness() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { name: 'w.example', privateKey, publicKey: rawPublicKey(publicKey) }
}

const signing = (file: string) => ({ SEALANE_SEAL_COMMAND: `openssl dgst -sha256 -sign ${file}` })

/** An authority that answers with something else than a timestamp. */
async function startLiar(onTestFinished: TestContext['onTestFinished']): Promise<string> {
  const headers = { 'content-type': 'application/timestamp-reply' }
  const server = createServer((_request, reply) => reply.writeHead(200, headers).end('junk')).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
}

const findings = (out: string) => [...out.matchAll(/MEND {2}seal: (.*)\n {6}(.*)/g)].map(([, said, how]) => [said, how])
const containing = (...words: string[]) => words.map((one) => expect.stringContaining(one))

test.concurrent('doctor says that the certificate of the seal has ended, and how to mend it', async () => {
  const [url, masterKey, then] = [await createDatabase(newestShape), '07'.repeat(32), new Date('2020-01-01')]
  const ended = await makeRoot({ ...kind, now: then, years: 20 })
  const { certificate, privateKey } = await makeLeaf(ended, { ...kind, now: then, days: 800 })
  const database = openDatabase({ url, maxConnections: 2, applicationName: 'test' })
  const vault = createVault(Buffer.from(masterKey, 'hex'))
  const acting = { tools: sealTools, publicUrl: () => '', command: null, now: () => new Date() }
  await importIdentity({ ...acting, vault, db: database.system }, 'seal', {
    privateKey,
    chain: [certificate, ended.certificate],
  })
  await database.close()
  const settings = { SEALANE_HOME: await newServerHome(), DATABASE_URL: url, SEALANE_MASTER_KEY: masterKey }
  const { code, out } = await runHere(['doctor'], settings)
  expect([code, ...findings(out)]).toEqual([
    1,
    containing('2022-03-1', 'sealane -- seal import <the next one>'),
    containing('nothing can be sealed now: A certificate', 'sealane -- seal import <the next one>'),
  ])
})

test('doctor says that the signing command hangs, and how to try it', async () => {
  const home = { SEALANE_HOME: await newServerHome(), DATABASE_URL: await createDatabase() }
  const settings = { ...home, SEALANE_MASTER_KEY: '07'.repeat(32) }
  expect((await runHere(['seal', 'import', chain], { ...settings, ...signing(key) })).code).toBe(0)
  const began = join(mkdtempSync(join(tmpdir(), 'sealane-hangs-')), 'began')
  const hanging = JSON.stringify(['sh', '-c', `touch ${began}; exec sleep 600`])
  // The command has 30 seconds, which pass at once as soon as it runs.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const diagnosis = diagnose(readConfig({ ...settings, SEALANE_SEAL_COMMAND: hanging }), new Date())
  while (!existsSync(began)) await pause(10)
  vi.advanceTimersByTime(30_000)
  const faults = (await diagnosis)
    .filter(({ mend }) => mend)
    .map(({ about, says, mend }) => [about, saySentence(says), mend])
  const ended = 'nothing can be sealed now: The signing command was ended after 30000 ms'
  expect(faults).toEqual([['seal', ...containing(ended, 'head -c 32 /dev/urandom')]])
})

test.concurrent('doctor and seal status say in words why nothing can be sealed, and how to mend it', async ({
  onTestFinished,
}) => {
  const home = { SEALANE_HOME: await newServerHome(), DATABASE_URL: await createDatabase() }
  const settings = { ...home, SEALANE_MASTER_KEY: '07'.repeat(32) }
  expect((await runHere(['seal', 'import', chain], { ...settings, ...signing(key) })).code).toBe(0)
  expect((await runHere(['doctor'], { ...settings, ...signing(key) })).out).not.toContain('nothing can be sealed')
  const authority = (url: string) => ({ SEALANE_TIMESTAMP_URLS: url, SEALANE_TIMESTAMP_ROOTS: roots })
  for (const [wrong, why, mend] of [
    [authority('http://127.0.0.1:9'), 'It did not answer (connection_refused)', 'curl -v http://127.0.0.1:9'],
    [authority(await startLiar(onTestFinished)), 'The answer is cut', 'then mend SEALANE_TIMESTAMP_URLS'],
    [{ SEALANE_REVOCATIONS: list }, 'A certificate was revoked', 'seal import'],
    [{ SEALANE_REVOCATIONS: '/nowhere' }, '/nowhere cannot be read (ENOENT)', 'ls -l "$SEALANE_REVOCATIONS"'],
    [signing('/nowhere.pem'), 'The signing command ended with status 1', 'head -c 32 /dev/urandom'],
    [{ SEALANE_SEAL_COMMAND: 'echo junk' }, 'key_mismatch|signature', 'head -c 32 /dev/urandom'],
    [{ SEALANE_SEAL_COMMAND: '' }, 'has no key. Set SEALANE_SEAL_COMMAND', 'seal import'],
  ] as const) {
    const { code, out } = await runHere(['doctor'], { ...settings, ...signing(key), ...wrong })
    const [, said = '', how = ''] = /MEND {2}seal: nothing can be sealed now: (.*)\n {6}(.*)/.exec(out) ?? []
    expect({ code, said, how }).toEqual({
      code: 1,
      said: expect.stringMatching(toPattern(why)),
      how: expect.stringContaining(mend),
    })
  }
  const witness = { SEALANE_WITNESSES: `${writeWitnessKey(newWitness())} http://127.0.0.1:9` }
  const { out } = await runHere(['doctor'], { ...settings, ...signing(key), ...witness })
  expect(out).toMatch(
    /MEND {2}SEALANE_WITNESSES: the witness w.example does not answer.*\n {6}curl -v http:\/\/127.0.0.1:9 /,
  )
  const status = await runHere(['seal', 'status'], { ...settings, ...signing('/nowhere.pem') })
  const why = expect.stringContaining('The signing command ended with status 1')
  expect([status.code, JSON.parse(status.out)]).toEqual([1, expect.objectContaining({ canSeal: false, why })])
})

const toPattern = (words: string) => new RegExp(words.replace(/[().]/g, '\\$&'))
