import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newCertificate } from '../../test/support/certificate.ts'
import { readTls } from './tls.ts'

const folder = mkdtempSync(join(tmpdir(), 'sealane-tls-'))
afterAll(() => rmSync(folder, { recursive: true }))

const [ours, other] = [newCertificate(), newCertificate()]
const locked = execFileSync('openssl', ['pkey', '-aes256', '-passout', 'pass:x'], { input: ours.key })
const contents = { cert: ours.cert, key: ours.key, other: other.key, locked, junk: Buffer.from('junk') }
for (const [name, bytes] of Object.entries(contents)) writeFileSync(join(folder, name), bytes)
const file = (name: string | null) => name && join(folder, name)

test.each([
  ['cert', null, 'TLS_CERT and TLS_KEY go together'],
  [null, 'key', 'TLS_CERT and TLS_KEY go together'],
  ['missing', 'key', 'TLS_CERT: .* cannot be read .ENOENT'],
  ['.', 'key', 'TLS_CERT: .* cannot be read .EISDIR'],
  ['junk', 'key', 'TLS_CERT: .* holds no certificate'],
  ['key', 'key', 'TLS_CERT: .* holds no certificate'],
  ['cert', 'junk', 'TLS_KEY: .* holds no private key'],
  ['cert', 'cert', 'TLS_KEY: .* holds no private key'],
  ['cert', 'locked', 'TLS_KEY: .* passphrase'],
  ['cert', 'other', 'TLS_KEY: .* is not the key of the first certificate'],
])('the certificate %s with the key %s is refused in words', (certificate, key, words) => {
  const faults: string[] = []
  expect(readTls({ certificate: file(certificate), key: file(key) }, faults)).toBeNull()
  expect(faults).toEqual([expect.stringMatching(words)])
})

test('a certificate with its key is accepted, with its expiry', () => {
  const faults: string[] = []
  const tls = readTls({ certificate: file('cert'), key: file('key') }, faults)
  expect([faults, tls?.key]).toEqual([[], ours.key])
  expect(tls?.expiresAt.getTime()).toBeGreaterThan(Date.now())
})
