import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asymmetricKey, signBody, symmetricKey } from '../../../src/core/webhooks/signature.ts'
import { snippets } from './snippets.ts'
import { verifyPasted } from './verify.ts'

const bytes = Buffer.alloc(32, 9)
const key = `whsec_${bytes.toString('base64')}`
const now = Date.parse('2026-03-01T12:00:00Z')
const timestamp = Math.floor(now / 1_000)
const body = '{"type":"verification","data":{"name":"Zoë"}}'
const sign = (text = body, at = timestamp, secret = bytes) =>
  signBody({ symmetric: [symmetricKey(secret)] }, 'evt_1', at, Buffer.from(text))
const headersOf = (signature = sign(), at: string | number = timestamp) =>
  `Webhook-Id: evt_1\nwebhook-timestamp: ${at}\nwebhook-signature: ${signature}`
const found = async (pasted: Partial<Parameters<typeof verifyPasted>[0]>) =>
  (await verifyPasted({ headers: headersOf(), body, key, ...pasted }, now)).map(
    ({ outcome, detail }) => `${outcome} ${detail}`,
  )

test('a delivery as we sign it passes every check', async () => {
  const all = ['passed headers_there', 'passed key_secret', 'passed timestamp_fresh', 'passed signature_fits']
  expect(await found({})).toEqual(all)
})

test('either signature is enough while a secret is rotated', async () => {
  expect(await found({ headers: headersOf(`v1,AAAA ${sign()}`) })).toContain('passed signature_fits')
})

test.each([
  ['lines of curl -v', `> webhook-id: evt_1\n> webhook-timestamp: ${timestamp}\n> webhook-signature: ${sign()}`],
  [
    'options of curl',
    `-H 'webhook-id: evt_1' \\\n-H 'webhook-timestamp: ${timestamp}' \\\n-H 'webhook-signature: ${sign()}'`,
  ],
  ['JSON', JSON.stringify({ 'Webhook-ID': 'evt_1', 'webhook-timestamp': timestamp, 'webhook-signature': sign() })],
])('headers are read from %s', async (_, headers) => {
  expect(await found({ headers })).toContain('passed signature_fits')
})

test.each([
  ['a line end that was added', { body: `${body}\n` }, 'failed signature_other_body'],
  ['line ends of Windows', { body: '{\r\n}', headers: headersOf(sign('{\n}')) }, 'failed signature_other_body'],
  ['a body that was written anew', { body: JSON.stringify(JSON.parse(body), null, 2) }, 'failed signature_other_body'],
  ['another body', { body: '{}' }, 'failed signature_no_match'],
  ['another secret', { key: `whsec_${Buffer.alloc(32, 8).toString('base64')}` }, 'failed signature_no_match'],
  [
    'a secret that was used as text',
    { headers: headersOf(sign(body, timestamp, Buffer.from(key))) },
    'failed signature_text_key',
  ],
  ['signatures of another kind only', { headers: headersOf('v1a,AAAA') }, 'failed signature_none_of_kind'],
  ['a secret without its prefix', { key: 'secret' }, 'failed key_prefix'],
  ['a secret that is cut off', { key: key.slice(0, 20) }, 'failed key_length'],
  ['a secret with a stray letter', { key: `${key}*` }, 'failed key_base64'],
  ['no secret', { key: '' }, 'failed key_missing'],
  ['no headers', { headers: '' }, 'failed headers_missing'],
  ['a timestamp in milliseconds', { headers: headersOf(sign(), now) }, 'failed timestamp_milliseconds'],
  [
    'a delivery of an hour ago',
    { headers: headersOf(sign(body, timestamp - 3_600), timestamp - 3_600) },
    'warned timestamp_old',
  ],
  [
    'a clock that is ahead',
    { headers: headersOf(sign(body, timestamp + 900), timestamp + 900) },
    'failed timestamp_ahead',
  ],
])('the page reports %s', async (_, pasted, told) => {
  expect(await found(pasted)).toContain(told)
})

test('a v1a signature is verified with the public key', async () => {
  const pair = asymmetricKey(Buffer.alloc(32, 5))
  const { x = '' } = createPublicKey(pair).export({ format: 'jwk' })
  const signature = signBody({ symmetric: [], asymmetric: [pair] }, 'evt_1', timestamp, Buffer.from(body)).trim()
  const publicKey = `whpk_${Buffer.from(x, 'base64url').toString('base64')}`
  expect(await found({ key: publicKey, headers: headersOf(signature) })).toContain('passed signature_fits')
  expect(await found({ key: publicKey, headers: headersOf(signature), body: '{}' })).toContain(
    'failed signature_no_match',
  )
})

test.each([...snippets])(
  'the code that is shown for $label is the tested code of the page for receivers',
  ({ code }) => {
    expect(readFileSync('docs/api/webhooks.md', 'utf8')).toContain(`\n${code}\`\`\``)
  },
)
