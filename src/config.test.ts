import { fail } from 'node:assert'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCharacter } from '../test/support/any-character.ts'
import { ConfigError, readConfig, settings } from './config.ts'
import { splitWords } from './settings/words.ts'

const faultsOf = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.message.split('\n  ').slice(1)
  }
}

test.each([
  ['NODE_ENV', 'Production'],
  ['PORT', '0x10'],
  ['PORT', '1e3'],
  ['PORT', '65536'],
  ['HOST', 'http://localhost'],
  ['HOST', 'localhost:3000'],
  ['HOST', '256.1.1.1'],
  ['HOST', 'not a host'],
  ['SEALANE_HOME', '~/sealane'],
  ['DATABASE_URL', 'mysql://db/sealane'],
  ['DATABASE_URL', 'db.internal'],
  ['DATABASE_URL', 'postgres://u:pa#ss@db/sealane'],
  ['DATABASE_URL', 'postgres://u:100%@db/sealane'],
  ['DATABASE_URL', 'postgres://db/sealane?sslmode=on'],
  ['DATABASE_URL', 'postgres://db/sealane?sslrootcert=/nowhere.pem'],
  ['DATABASE_CONNECTIONS', '1'],
  ['SEALANE_DOMAIN', 'https://example.com'],
  ['SEALANE_DOMAIN', 'example.com:443'],
  ['SEALANE_DOMAIN', '10.0.0.1'],
  ['SEALANE_DOMAIN', '-x.example'],
  ['PUBLIC_URL', 'sign.example.com'],
  ['PUBLIC_URL', 'ftp://sign.example.com'],
  ['PUBLIC_URL', 'https:/sign.example.com'],
  ['PUBLIC_URL', 'https://sign.example.com?x=1'],
  ['PUBLIC_URL', 'https://sign.example.com/#x'],
  ['PUBLIC_URL', 'https://user:pw@sign.example.com'],
  ['PUBLIC_URL', 'https://sign.example.com/a//b'],
  ['PUBLIC_URL', 'https://sign.example.com/a%2Fb'],
  ['TRUSTED_PROXIES', 'traefik'],
  ['TRUSTED_PROXIES', '10.0.0.1, 10.0.0.0/33'],
  ['TRUSTED_PROXIES', '*'],
  ['TLS_CERT', '/nowhere.pem'],
  ['TLS_KEY', '/nowhere.pem'],
  ['SEALANE_MASTER_KEY', 'abc'],
  ['SEALANE_SEAL_COMMAND', '[]'],
  ['SEALANE_SEAL_COMMAND', '[""]'],
  ['SEALANE_SEAL_COMMAND', '["sign", 1]'],
  ['SEALANE_SEAL_COMMAND', '["sign"'],
  ['SEALANE_SEAL_COMMAND', '["sign", "a\\nb"]'],
  ['SEALANE_SEAL_COMMAND', 'sign\nme'],
  ['REDIS_URL', 'localhost:6379'],
  ['REDIS_URL', 'http://localhost'],
  ['REDIS_URL', 'redis://localhost/zero'],
  ['WEBHOOK_ALLOW', 'everything'],
  ['WEBHOOK_ALLOW', '10.0.0.5'],
  ['WEBHOOK_ALLOW', '10.0.0.0/8,fd00::/129'],
  ['METRICS_PORT', 'x'],
  ['METRICS_TOKEN', 'two words'],
  ['LOG_LEVEL', 'loud'],
  ['SMTP_URL', 'mail.example.com'],
  ['SMTP_URL', 'smtp://'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'Acme, Inc. <a@acme.example>'],
  ['MAIL_FROM', 'A <a@acme.example>\nBcc: b@c.example'],
  ['SEALANE_DEMO', 'maybe'],
  ['VERIFICATION_PROVIDERS', 'somebody'],
])('%s=%j stops the start with one fault', (variable, value) => {
  const faults = faultsOf({ [variable]: value })
  expect(faults[0]).toMatch(/^[A-Z_]+:? .{10,}/)
  expect(faults.filter((fault) => fault.includes(variable))).toHaveLength(1)
})

test.each([
  ['HOST', '[::1]', '::1'],
  ['SEALANE_DOMAIN', 'Example.COM.', 'example.com'],
  ['SEALANE_DOMAIN', 'bücher.example', 'xn--bcher-kva.example'],
  ['PUBLIC_URL', 'https://Sign.example.com/', 'https://sign.example.com'],
  ['PUBLIC_URL', ' https://sign.example.com/seal/\r', 'https://sign.example.com/seal'],
  ['TRUSTED_PROXIES', '10.0.0.1, fd00::/8,loopback', ['10.0.0.1', 'fd00::/8', 'loopback']],
  ['WEBHOOK_ALLOW', '10.0.0.5/32', ['10.0.0.5/32']],
  [
    'DATABASE_URL',
    'postgresql://u:p%23@[::1]:5432/s?sslmode=require',
    'postgresql://u:p%23@[::1]:5432/s?sslmode=require',
  ],
  ['DATABASE_URL', 'postgres:///sealane?host=/run/postgresql', 'postgres:///sealane?host=/run/postgresql'],
  ['MAIL_FROM', '"Acme, Inc." <a@acme.example>', '"Acme, Inc." <a@acme.example>'],
  ['PORT', '', 3000],
])('%s=%j is read as %j', (variable, value, taken) => {
  const name = Object.entries(settings).find(([, setting]) => setting.variable === variable)?.[0]
  const config: Record<string, unknown> = readConfig({ [variable]: value })
  expect(config[name ?? fail()]).toEqual(taken)
})

test('all faults of all settings are reported at once', () => {
  const junk = Object.fromEntries(Object.values(settings).map(({ variable }) => [variable, '~ \u0001 junk']))
  const named = Object.values(settings).filter(({ variable }) => faultsOf(junk).some((one) => one.startsWith(variable)))
  expect(named).toHaveLength(Object.keys(settings).length)
})

test('any value of a setting is accepted or refused with an explanation, and no secret is quoted', () => {
  const variables = Object.values(settings).filter(({ variable }) => !variable.startsWith('TLS'))
  const start = fc.constantFrom('', 'postgres://u:', 'redis://:', 'smtp://u:', 'https://', 'postgres://h/?sslmode=')
  const text = fc.string({ unit: anyCharacter })
  const url = fc
    .tuple(fc.constantFrom('http', 'https'), fc.domain(), fc.array(text))
    .map(
      ([scheme, host, path]) =>
        `${scheme}://${[host, ...path.map((one) => encodeURIComponent(one.toWellFormed()))].join('/')}`,
    )
  const end = fc.oneof(text, url, fc.constantFrom('#@h', '%@h', '?sslkey=x@h'))
  fc.assert(
    fc.property(fc.constantFrom(...variables), start, end, ({ variable, secret }, before, after) => {
      const told = faultsOf({ [variable]: `${before}s3cr3t${after}` }).join()
      expect(told).not.toMatch(secret ? /s3cr3t/ : /\p{Cc}/u)
    }),
  )
})

test.each([
  [{ NODE_ENV: 'production', PUBLIC_URL: 'http://sign.example.com' }, 'PUBLIC_URL must begin with https://'],
  [{ PORT: '4000', METRICS_PORT: '4000' }, 'METRICS_PORT must be another port'],
])('settings that contradict each other, %j, are reported', (environment, words) => {
  expect(faultsOf(environment)).toEqual([expect.stringContaining(words)])
})

test.each([
  ['sign  --key a', ['sign', '--key', 'a']],
  ['["/opt/my tools/sign", "--pin", "", "a  b"]', ['/opt/my tools/sign', '--pin', '', 'a  b']],
])('a command is a plain line, or a JSON array for words that hold spaces: %s', (text, words) => {
  expect(splitWords(readConfig({ SEALANE_SEAL_COMMAND: text }).sealCommand ?? '')).toEqual(words)
})
