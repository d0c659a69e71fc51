import { readSigned, writeSigned } from '../../../verifier/asn1/cms.ts'
import { partsOf, readAll, readDer } from '../../../verifier/asn1/der-read.ts'
import { der, integer, nothing, sequence, tags } from '../../../verifier/asn1/der-write.ts'
import { readInteger, readOctets } from '../../../verifier/asn1/values.ts'
import type { SealIdentity, TimeAuthority } from '../../core/evidence/index.ts'
import type { Send } from '../../core/webhooks/index.ts'
import { makeToken } from './authority.ts'
import { ask, toPem } from './judges.fixture.ts'
import { now } from './stage.fixture.ts'

export type Asked = { imprint: Uint8Array; nonce: bigint; query: Uint8Array }
/** The answer of an authority: a token, or any other answer. */
export type Answer = { token: Uint8Array } | { status: number; body: Uint8Array | string } | { word: string }

/** An outbound HTTP that reaches the authorities of the test, by the names in their URLs. */
export function answerAs(authorities: Record<string, (asked: Asked) => Answer | Promise<Answer>>): Send {
  return async ({ url, body }) => {
    const answer = await authorities[new URL(url).hostname]?.(readQuery(body))
    if (!answer || 'word' in answer)
      return { kind: 'failure', word: answer?.word ?? 'dns', error: { code: 'connection_refused', params: {} } }
    if ('token' in answer) return { kind: 'answer', status: 200, headers: {}, body: Buffer.from(granted(answer.token)) }
    return { kind: 'answer', status: answer.status, headers: {}, body: Buffer.from(answer.body) }
  }
}

export function at(name: string, identity: SealIdentity): TimeAuthority {
  return { kind: 'url', url: `https://${name}/tsr`, roots: identity.chain.slice(-1), crls: identity.crls }
}

function granted(token: Uint8Array): Uint8Array {
  return sequence(sequence(integer(0)), token)
}

function readQuery(query: Uint8Array): Asked {
  const parts = partsOf(readDer(query), tags.sequence)
  parts.any()
  const message = partsOf(parts.any())
  message.any()
  return { imprint: readOctets(message.any()), nonce: readInteger(parts.any()), query }
}

/** A good token, or a token with these differences. */
export function tokenOf(identity: SealIdentity, asked: Asked, other: Partial<Parameters<typeof makeToken>[1]> = {}) {
  return makeToken(identity, { imprint: asked.imprint, nonce: asked.nonce, serial: 7n, at: now, ...other })
}

/** The same token as some authorities write it: with indefinite lengths, a content in pieces, and unused parts. */
export function inBer(token: Uint8Array): Uint8Array {
  const { tag, content } = readDer(token)
  if (tag === tags.octets && content.length > 100) {
    const pieces = [content.subarray(0, 50), content.subarray(50)].map((piece) => der(tags.octets, piece))
    return open(tag | 0x20, pieces)
  }
  return tag & 0x20
    ? open(
        tag,
        readAll(content).map((part) => inBer(part.bytes)),
      )
    : token
}

function open(tag: number, parts: Uint8Array[]): Uint8Array {
  return Buffer.concat([Uint8Array.of(tag, 0x80), ...parts, Uint8Array.of(0, 0)])
}

/** The token with a foreign certificate and with an unsigned attribute. */
export function withSpares(token: Uint8Array, spare: Uint8Array): Uint8Array {
  const signed = readSigned(token)
  const attribute = sequence(der(tags.oid, Uint8Array.of(0x2a, 3)), der(tags.set, nothing()))
  return writeSigned({ ...signed, certificates: [...signed.certificates, spare], unsignedAttributes: [attribute] })
}

const config = `[tsa]\ndefault_tsa = a\n[a]\nserial = serial\ncrypto_device = builtin\nsigner_digest = sha256\ndefault_policy = 1.2.3.4.1
digests = sha256\naccuracy = secs:1\nordering = yes\ntsa_name = yes\ness_cert_id_chain = no\ness_cert_id_alg = sha256\n`

/** The answer of openssl as an authority, at the clock of this machine. */
export function askOpenssl(identity: SealIdentity, query: Uint8Array): Uint8Array {
  const [leaf = new Uint8Array(), root = new Uint8Array()] = identity.chain
  const key = 'pkcs8' in identity.key ? toPem(identity.key.pkcs8, 'PRIVATE KEY') : ''
  const files = { query, key, leaf: toPem(leaf), root: toPem(root), config, serial: '17' }
  const command = 'openssl ts -reply -config config -queryfile query -signer leaf -inkey key -chain root -out reply'
  const said = ask('sh', ['-c', `${command} 2>log; od -An -v -tx1 reply | tr -d " \\n"; cat log >&2`], files)
  const [, digits = ''] = /^([\da-f]+)/.exec(said) ?? []
  if (digits === '') throw new Error(said)
  return Buffer.from(digits.slice(0, digits.length - (digits.length % 2)), 'hex')
}
