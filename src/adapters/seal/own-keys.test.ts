import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { signByCommand } from './command.ts'
import { toPem } from './judges.fixture.ts'
import { readCrls, readPem } from './pem.ts'
import { readPkcs12 } from './pkcs12.ts'
import { signDigest } from './sign.ts'
import { builtIn, newIdentity, nobody, now } from './stage.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'sealane-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))

const time = await newIdentity('time')
const own = { ec: await newIdentity('seal'), rsa: await newIdentity('seal', 'rsa-3072') }
type Own = (typeof own)['ec']

const keyOf = ({ key }: Own) => ('pkcs8' in key ? key.pkcs8 : new Uint8Array())
const pemOf = ({ chain }: Own) => chain.map((one) => toPem(one)).join('')
const old = ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1', '-iter', '2000']

/** A PKCS#12 file made by openssl. */
function export12(identity: Own, passphrase: string, options: readonly string[]): Uint8Array {
  const [key, certificates, file] = ['key', 'certificates', 'out.p12'].map((name) => join(folder, name))
  if (!key || !certificates || !file) throw new Error('There is no folder.')
  writeFileSync(key, toPem(keyOf(identity), 'PRIVATE KEY'))
  writeFileSync(certificates, pemOf(identity))
  const inputs = ['-inkey', key, '-in', certificates, '-passout', `pass:${passphrase}`]
  execFileSync('openssl', ['pkcs12', '-export', ...inputs, ...options, '-out', file], { stdio: 'pipe' })
  return Uint8Array.from(readFileSync(file))
}

const signAs = async (key: Own['key'], chain: readonly Uint8Array[]) =>
  signDigest(nobody, new Uint8Array(32), { identity: { key, chain, crls: [] }, authorities: [builtIn(time)], at: now })

it.each([
  ['ec', 'as openssl writes it today', []],
  ['rsa', 'as openssl writes it today', []],
  [
    'ec',
    'as Windows writes it',
    ['-keypbe', 'AES-256-CBC', '-certpbe', 'AES-256-CBC', '-macalg', 'sha256', '-iter', '2000'],
  ],
  ['ec', 'as older Windows and openssl wrote it', old],
  ['rsa', 'as older Windows and openssl wrote it', old],
  ['ec', 'without any lock', ['-keypbe', 'NONE', '-certpbe', 'NONE', '-nomac']],
  ['rsa', 'with SHA-512', ['-macalg', 'sha512', '-keypbe', 'AES-128-CBC', '-certpbe', 'AES-192-CBC']],
] as const)('a PKCS#12 file of %s %s seals', async (kind, _, options) => {
  const { privateKey, chain } = await readPkcs12(export12(own[kind], 'open sésame €', options), 'open sésame €')
  expect(chain.map((one) => Buffer.from(one))).toEqual(own[kind].chain.map((one) => Buffer.from(one)))
  await expect(signAs({ pkcs8: privateKey }, chain)).resolves.toBeDefined()
})

it.each([[old], [[]]])('a PKCS#12 file with an empty passphrase is opened', async (options) => {
  await expect(readPkcs12(export12(own.ec, '', options), '')).resolves.toMatchObject({ chain: { length: 2 } })
})

it.each([[old], [[]], [[...old, '-nomac']], [['-nomac']]])(
  'a wrong passphrase is reported as wrong: %s',
  async (options) => {
    await expect(readPkcs12(export12(own.ec, 'right', options), 'wrong')).rejects.toMatchObject({
      code: 'passphrase_wrong',
    })
  },
)

it('a file encrypted with RC2 is refused with advice', async () => {
  const file = Buffer.from(export12(own.ec, 'x', [...old, '-nomac'])).toString('latin1')
  const [threeKeys, rc2] = ['\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01\x03', '\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01\x06']
  const changed = Buffer.from(file.replaceAll(threeKeys, rc2), 'latin1')
  await expect(readPkcs12(changed, 'x')).rejects.toMatchObject({
    code: 'import_unreadable',
    message: expect.stringContaining('openssl pkcs12'),
  })
})

it.each([
  ['nothing', new Uint8Array()],
  ['a text', new TextEncoder().encode('-----BEGIN CERTIFICATE-----')],
  ['half a file', export12(own.ec, 'x', []).subarray(0, 700)],
  ['a certificate', own.ec.chain[0] ?? new Uint8Array()],
])('%s is refused as a PKCS#12 file', async (_, bytes) => {
  await expect(readPkcs12(bytes, 'x')).rejects.toMatchObject({ code: 'import_unreadable' })
})

it('a file whose key belongs to another certificate is refused', async () => {
  const text = toPem(keyOf(own.rsa), 'PRIVATE KEY') + pemOf(own.ec)
  expect(() => readPem(text)).toThrow(expect.objectContaining({ code: 'key_mismatch' }))
})

it.each(['ec', 'rsa'] as const)('a PEM text of %s seals, in any order', async (kind) => {
  const [leaf = '', root = ''] = own[kind].chain.map((one) => toPem(one))
  const text = `Bag Attributes\n${root}\n${toPem(keyOf(own[kind]), 'PRIVATE KEY')}\r\n${leaf}`
  const { privateKey, chain } = readPem(text)
  await expect(signAs({ pkcs8: privateKey ?? new Uint8Array() }, chain)).resolves.toBeDefined()
})

it.each([
  ['a small RSA key', ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024']],
  ['a key on another curve', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:secp256k1']],
  ['a key that only signs otherwise', ['-algorithm', 'ED25519']],
])('%s is refused', (_, options) => {
  const key = execFileSync('openssl', ['genpkey', ...options], { encoding: 'utf8', stdio: 'pipe' })
  expect(() => readPem(key + pemOf(own.ec))).toThrow(expect.objectContaining({ code: 'certificate_unfit' }))
})

it.each(['ec', 'rsa'] as const)('a command that signs with %s seals without giving up its key', async (kind) => {
  const file = join(folder, `${kind}.pem`)
  writeFileSync(file, toPem(keyOf(own[kind]), 'PRIVATE KEY'))
  const { privateKey, chain } = readPem(pemOf(own[kind]))
  expect(privateKey).toBe(null)
  await expect(signAs({ command: ['openssl', 'dgst', '-sha256', '-sign', file] }, chain)).resolves.toBeDefined()
})

it.each([
  ['is not there', ['/nonexistent/sign'], 'cannot be started'],
  ['fails', ['sh', '-c', 'echo The token is locked. >&2; exit 3'], 'status 3. It says: The token is locked.'],
  ['writes nothing', ['true'], 'no signature'],
  ['writes without end', ['sh', '-c', 'cat /dev/zero'], 'more than a signature'],
  ['takes too long', ['sh', '-c', 'exec sleep 60'], 'was ended after 300 ms'],
])('a command that %s seals nothing, and the error says why', async (_, command, says) => {
  await expect(signByCommand(command, new Uint8Array(8), 300)).rejects.toMatchObject({
    code: says.includes('ended after') ? 'signing_slow' : 'signing_failed',
    message: expect.stringContaining(says),
  })
})

it('a command that does not write a signature seals nothing', async () => {
  await expect(signAs({ command: ['sh', '-c', 'echo signed'] }, own.ec.chain)).rejects.toMatchObject({
    code: 'signing_failed',
  })
  await expect(signAs({ command: ['sh', '-c', 'echo signed'] }, own.rsa.chain)).rejects.toMatchObject({
    code: 'key_mismatch',
  })
})

it('revocation lists are read from PEM and DER, and anything else is skipped', () => {
  const [list = new Uint8Array()] = own.ec.crls
  const text = Buffer.from(`lists\n${toPem(list, 'X509 CRL')}${pemOf(own.ec)}`)
  const none = [Buffer.from('<html>'), Buffer.alloc(0), Buffer.from(list).subarray(0, 80)]
  expect(readCrls([list, text, ...none]).map((one) => Buffer.from(one))).toEqual(
    [list, list].map((one) => Buffer.from(one)),
  )
})
