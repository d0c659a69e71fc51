import { makeToken } from '../../../src/adapters/seal/authority.ts'
import type { Installation } from '../../../src/adapters/seal/stage.fixture.ts'
import { newInstallation } from '../../../src/adapters/seal/stage.fixture.ts'
import { readAttributes, readSigned, type Signed, writeAttribute, writeSigned } from '../../../verifier/asn1/cms.ts'
import { octets, oid } from '../../../verifier/asn1/der-write.ts'
import { encodeText, hashOf, readCertificate } from '../../../verifier/asn1/index.ts'
import { oids } from '../../../verifier/asn1/oids.ts'
import { writeStamp } from '../../../verifier/asn1/seals.ts'
import { sealedAt } from '../../../verifier/evidence/world.fixture.ts'
import { tokenOf } from '../../../verifier/seal/whole.ts'
import { type Source, sealSource } from '../documents.ts'
import { type Case, signatureOf, type Target, withSignature } from './case.ts'

/** Tokens and certificates that replace others. `other` was sealed by the same installation. */
export async function* signatures(target: Target, other: Target, source: Source): AsyncGenerator<Case> {
  const stranger = await newInstallation()
  const [own, foreign] = [readSigned(signatureOf(target)), readSigned(signatureOf(other))]
  const changed = { ...(await tokens(target, own, foreign, stranger)), ...certificates(own, foreign, stranger) }
  for (const [kind, signed] of Object.entries(changed))
    yield {
      kind: `swap: ${kind}`,
      bytes: withSignature(target, writeSigned({ ...own, ...signed })),
      trust: target.trust,
    }
  yield {
    kind: 'swap: the seal of another document',
    bytes: withSignature(target, signatureOf(other)),
    trust: target.trust,
  }
  for (const [kind, installation] of Object.entries(mixtures(target.installation, stranger))) {
    const { level, world, trust } = target
    const sealed = await sealSource(source, { level, world, installation }).catch(() => null)
    if (sealed) yield { kind: `sealed with ${kind}`, bytes: sealed.bytes, trust }
  }
}

type Changed = Record<string, Partial<Signed>>

async function tokens(
  { installation: { seal, time } }: Target,
  own: Signed,
  foreign: Signed,
  stranger: Installation,
): Promise<Changed> {
  const [imprint, junk] = [await hashOf(own.signature), await hashOf(encodeText('else'))]
  const asked = { imprint, nonce: 1n, serial: 1n, at: sealedAt }
  const stampOf = async (one: Promise<Uint8Array>) => ({ unsignedAttributes: [writeStamp(await one)] })
  const [mine] = own.unsignedAttributes
  const comment = writeAttribute('1.2.3.4', octets(encodeText('x')))
  return {
    'no timestamp': { unsignedAttributes: [] },
    'the timestamp of another document': { unsignedAttributes: foreign.unsignedAttributes },
    'a timestamp by a stranger': await stampOf(makeToken(stranger.time, asked)),
    'a timestamp about something else': await stampOf(makeToken(time, { ...asked, imprint: junk })),
    'a timestamp by the key of the seal': await stampOf(makeToken(seal, asked)),
    'a timestamp from long ago': await stampOf(makeToken(time, { ...asked, at: new Date('2001-01-01T00:00:00Z') })),
    'a timestamp from far ahead': await stampOf(makeToken(time, { ...asked, at: new Date('2049-01-01T00:00:00Z') })),
    'a timestamp before the trail': await stampOf(
      makeToken(time, { ...asked, at: new Date(sealedAt.getTime() - 3_000_000) }),
    ),
    'a timestamp without its root': { unsignedAttributes: [writeStamp(withoutRoot(tokenOf(writeSigned(own))))] },
    'two timestamps': { unsignedAttributes: mine ? [mine, ...foreign.unsignedAttributes] : [] },
    'an attribute more': { unsignedAttributes: mine ? [mine, comment] : [comment] },
    'a comment for a timestamp': { unsignedAttributes: [comment] },
  }
}

// No signature covers the set of certificates.
function withoutRoot(token: Uint8Array): Uint8Array {
  const signed = readSigned(token)
  return writeSigned({
    ...signed,
    certificates: signed.certificates.filter((one) => readCertificate(one).authority === null),
  })
}

function certificates(own: Signed, foreign: Signed, { seal }: Installation): Changed {
  const [leaf = new Uint8Array(), root = leaf] = own.certificates
  const digest = readAttributes(own.signedAttributes).get(oids.messageDigest)?.bytes ?? new Uint8Array()
  const type = writeAttribute(oids.contentType, oid(oids.data))
  return {
    'a certificate more': { certificates: [...own.certificates, seal.chain[1] ?? leaf] },
    'a certificate twice': { certificates: [...own.certificates, leaf] },
    'no root': { certificates: own.certificates.slice(0, 1) },
    'no certificates': { certificates: [] },
    'the certificate of a stranger': { certificates: [seal.chain[0] ?? leaf, root] },
    'the signature of another document': { signature: foreign.signature },
    'the attributes of another document': { signedAttributes: foreign.signedAttributes },
    'fewer attributes': { signedAttributes: own.signedAttributes.slice(1) },
    'only two attributes': { signedAttributes: [type, writeAttribute(oids.messageDigest, digest)] },
    'a content inside': { content: encodeText('x') },
    'another algorithm': { hash: 'SHA-512' },
  }
}

function mixtures({ seal, time }: Installation, stranger: Installation): Record<string, Installation> {
  return {
    'the keys of a stranger': stranger,
    'the key of a stranger, stamped by ours': { seal: stranger.seal, time },
    'our key, stamped by a stranger': { seal, time: stranger.time },
    'the key for times': { seal: time, time },
    'times by the key for seals': { seal, time: seal },
  }
}
