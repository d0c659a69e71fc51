import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { asymmetricKey, formatSecret, newSecret, signBody, symmetricKey } from './signature.ts'

// Known answers of the Standard Webhooks specification and its reference libraries.
const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek'
const timestamp = 1_614_265_330
const body = Buffer.from('{"test": 2432232314}')
const secret = symmetricKey(Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64'))
const pair = Buffer.from(
  '6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==',
  'base64',
)

test('a v1 signature equals the known answer', () => {
  expect(signBody({ symmetric: [secret] }, id, timestamp, body)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

test('a v1a signature equals the known answer, and comes besides v1', () => {
  const signed = signBody(
    { symmetric: [secret], asymmetric: [asymmetricKey(pair.subarray(0, 32))] },
    id,
    timestamp,
    body,
  )
  expect(signed.split(' ')).toEqual([
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    'v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==',
  ])
})

test('a signature covers bytes, not text', () => {
  const signed = signBody({ symmetric: [secret] }, id, timestamp, Buffer.from('fffe0061', 'hex'))
  expect(signed).toBe('v1,kfg3ToIRu4Bz7xWjDAsNtPI4EF6bjU1mq3elGzo9FrA=')
})

test('a secret has 32 random bytes and the documented prefix', () => {
  const secrets = [newSecret(), newSecret()].map(formatSecret)
  expect(secrets[0]).not.toBe(secrets[1])
  expect(secrets.every((text) => /^whsec_[A-Za-z0-9+/]{43}=$/.test(text))).toBe(true)
})

test('a changed byte invalidates a v1a signature', () => {
  const key = asymmetricKey(pair.subarray(0, 32))
  const signature = Buffer.from(
    signBody({ symmetric: [], asymmetric: [key] }, id, timestamp, body).slice('v1a,'.length),
    'base64',
  )
  const content = Buffer.from(`${id}.${timestamp}.${body}`)
  expect(verify(null, content, createPublicKey(key), signature)).toBe(true)
  content[content.length - 1] = 0
  expect(verify(null, content, createPublicKey(key), signature)).toBe(false)
})
