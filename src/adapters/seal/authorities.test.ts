import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { integer, oid, sequence } from '../../../verifier/asn1/der-write.ts'
import { hashOf } from '../../../verifier/asn1/index.ts'
import { oids } from '../../../verifier/asn1/oids.ts'
import { createOutboundHttp } from '../outbound-http/index.ts'
import { type Answer, type Asked, answerAs, askOpenssl, at, inBer, tokenOf, withSpares } from './authorities.fixture.ts'
import { extension } from './certificates.ts'
import { judgeToken } from './judges.fixture.ts'
import { newIdentity, now } from './stage.fixture.ts'
import { stamp } from './stamp.ts'

const data = new TextEncoder().encode('the signature of a seal')
const imprint = await hashOf(data)
const good = await newIdentity('time')
const stranger = await newIdentity('time')
const lax = await newIdentity(
  'time',
  'ec-p256',
  now,
  extension(oids.extendedKeyUsage, false, sequence(oid(oids.timeStamping))),
)
const broad = await newIdentity(
  'time',
  'ec-p256',
  now,
  extension(oids.extendedKeyUsage, true, sequence(oid(oids.timeStamping), oid(oids.emailProtection))),
)
const bare = await newIdentity('time', 'ec-p256', now, extension('1.2.3.4', false, integer(1)))
const sealing = await newIdentity('seal')
const seasoned = await newIdentity('time', 'ec-p256', new Date('2026-10-01'))
const old = await newIdentity('time', 'ec-p256', new Date('2020-01-01'))

const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const cut = async (asked: Asked) => (await tokenOf(good, asked)).subarray(0, 300)
const flipped = async (asked: Asked) => {
  const token = await tokenOf(good, asked)
  token[token.length - 3] = (token.at(-3) ?? 0) ^ 1
  return token
}

const failures: [
  name: string,
  identity: typeof good,
  answer: (asked: Asked) => Answer | Promise<Answer>,
  says: string,
][] = [
  [
    'stamps something else',
    good,
    async (asked) => ({ token: await tokenOf(good, asked, { imprint: await hashOf(imprint) }) }),
    'imprint',
  ],
  [
    'answers another request',
    good,
    async (asked) => ({ token: await tokenOf(good, asked, { nonce: asked.nonce + 1n }) }),
    'nonce',
  ],
  ['has a purpose that is not critical', lax, async (asked) => ({ token: await tokenOf(lax, asked) }), 'purpose'],
  [
    'has a certificate for more than times',
    broad,
    async (asked) => ({ token: await tokenOf(broad, asked) }),
    'purpose',
  ],
  ['has a certificate without a purpose', bare, async (asked) => ({ token: await tokenOf(bare, asked) }), 'purpose'],
  [
    'stamps with a certificate for seals',
    sealing,
    async (asked) => ({ token: await tokenOf(sealing, asked) }),
    'purpose',
  ],
  ['is of another root', good, async (asked) => ({ token: await tokenOf(stranger, asked) }), 'chain'],
  ['has a certificate that has ended', old, async (asked) => ({ token: await tokenOf(old, asked) }), 'expired'],
  [
    'is ten minutes late',
    seasoned,
    async (asked) => ({ token: await tokenOf(seasoned, asked, { at: minutes(-10) }) }),
    'time_window',
  ],
  [
    'is ten minutes early',
    good,
    async (asked) => ({ token: await tokenOf(good, asked, { at: minutes(10) }) }),
    'time_window',
  ],
  [
    'signs with another key',
    good,
    async (asked) => ({ token: await tokenOf({ ...good, key: stranger.key }, asked) }),
    'signature',
  ],
  ['sends a token with a changed byte', good, async (asked) => ({ token: await flipped(asked) }), ''],
  ['sends half a token', good, async (asked) => ({ status: 200, body: await cut(asked) }), 'authority_failed'],
  ['answers with an error', good, () => ({ status: 500, body: 'no' }), 'status 500'],
  ['answers with a page', good, () => ({ status: 200, body: '<!doctype html><p>Welcome</p>' }), 'authority_failed'],
  ['answers with nothing', good, () => ({ status: 200, body: '' }), 'authority_failed'],
  ['refuses', good, () => ({ status: 200, body: sequence(sequence(integer(2))) }), 'status 2'],
  ['grants and gives nothing', good, () => ({ status: 200, body: sequence(sequence(integer(0))) }), 'not_der'],
  ['sends something else that is signed', good, () => ({ token: sealing.chain[0] ?? new Uint8Array() }), 'not_'],
  ['is too late', good, () => ({ word: 'timeout' }), 'timeout'],
  ['is not there', good, () => ({ word: 'connection_refused' }), 'connection_refused'],
]

it.each(failures)('an authority that %s is refused, and the next is asked', async (_, identity, answer, says) => {
  const send = answerAs({ bad: answer, good: async (asked) => ({ token: await tokenOf(good, asked) }) })
  await expect(stamp(send, [at('bad', identity)], imprint, now)).rejects.toMatchObject({
    code: 'authority_failed',
    message: expect.stringContaining(says),
  })
  const next = await stamp(send, [at('bad', identity), at('good', good)], imprint, now)
  expect(next.authority).toMatchObject({ url: 'https://good/tsr' })
})

it('the first authority with a valid answer is used, and no other is asked', async () => {
  const send = answerAs({ first: async (asked) => ({ token: await tokenOf(good, asked) }) })
  expect((await stamp(send, [at('first', good), at('second', good)], imprint, now)).authority).toMatchObject({
    url: 'https://first/tsr',
  })
})

it('without an authority nothing is stamped', async () => {
  await expect(stamp(answerAs({}), [], imprint, now)).rejects.toMatchObject({ code: 'authority_failed' })
})

it.each([
  ['in BER', inBer],
  [
    'with a certificate too many, and an attribute that nobody signed',
    (token: Uint8Array) => withSpares(token, stranger.chain[0] ?? token),
  ],
  ['in BER with all of that', (token: Uint8Array) => inBer(withSpares(token, sealing.chain[1] ?? token))],
])('a token %s is embedded in its canonical form, which openssl accepts', async (_, change) => {
  const plain = stamp(
    answerAs({ a: async (asked) => ({ token: change(await tokenOf(good, asked)) }) }),
    [at('a', good)],
    imprint,
    now,
  )
  const { token } = await plain
  expect(judgeToken(token, data, good.chain[1] ?? token)).toContain('Verification: OK')
})

it.each(['ec-p256', 'rsa-3072'] as const)('openssl as an authority with %s is accepted', async (algorithm) => {
  const present = new Date()
  const identity = await newIdentity('time', algorithm, present)
  const send = answerAs({ openssl: ({ query }) => ({ status: 200, body: askOpenssl(identity, query) }) })
  const { token, checked } = await stamp(send, [at('openssl', identity)], imprint, present)
  expect(checked.policy).toBe('1.2.3.4.1')
  expect(judgeToken(token, data, identity.chain[1] ?? token)).toContain('Verification: OK')
})

it('an authority is asked through the guarded HTTP client, as RFC 3161 says', async () => {
  const present = new Date()
  const identity = await newIdentity('time', 'ec-p256', present)
  const asked: (string | undefined)[] = []
  const server = createServer(async (request, response) => {
    asked.push(request.method, request.headers['content-type'])
    const query = Buffer.concat(await request.toArray())
    response.end(askOpenssl(identity, query))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const outbound = createOutboundHttp({ development: true })
  const { port } = server.address() as AddressInfo
  try {
    const authority = { ...at('x', identity), url: `http://127.0.0.1:${port}/tsr` }
    await stamp(outbound.send, [authority], imprint, present)
    expect(asked).toEqual(['POST', 'application/timestamp-query'])
  } finally {
    await outbound.close()
    server.close()
  }
})
