import { hash, randomBytes } from 'node:crypto'
import { writeSignatureAlgorithm } from '../../../verifier/asn1/algorithms.ts'
import { encodeText } from '../../../verifier/asn1/bytes.ts'
import { readCertificate } from '../../../verifier/asn1/certificates.ts'
import { partsOf, readDer } from '../../../verifier/asn1/der-read.ts'
import {
  bits,
  boolean,
  context,
  der,
  integer,
  octets,
  oid,
  plain,
  sequence,
  setOf,
  tags,
  time,
  utf8,
} from '../../../verifier/asn1/der-write.ts'
import { oids } from '../../../verifier/asn1/oids.ts'
import type { Issued, SealKind, SealTools } from '../../core/evidence/index.ts'
import { algorithmOf, generateKey, signWith } from './keys.ts'

/** A certificate is valid from shortly before its making, because clocks differ. */
const earlierMs = 5 * 60_000
const dayMs = 86_400_000

export const makeRoot: SealTools['makeRoot'] = async ({ name, algorithm, now, years }) => {
  const pair = generateKey(algorithm)
  const until = new Date(now)
  until.setUTCFullYear(until.getUTCFullYear() + years)
  const extensions = [
    extension(oids.basicConstraints, true, sequence(boolean(true), integer(0))),
    // keyCertSign and cRLSign.
    extension(oids.keyUsage, true, bits(Uint8Array.of(0x06), 1)),
    keyIdentifier(pair.publicKey),
  ]
  const subject = writeName(name)
  const issuer = { subject, publicKey: pair.publicKey, privateKey: pair.privateKey }
  const certificate = await issue(issuer, { subject, publicKey: pair.publicKey, now, until, extensions })
  return { certificate, privateKey: pair.privateKey }
}

export const makeLeaf: SealTools['makeLeaf'] = (root, options) => issueLeaf(root, options, purposesOf(options.kind))

/** A certificate with the given purpose, which is an extension. */
export async function issueLeaf(
  root: Issued,
  { name, algorithm, now, days, crlUrl }: Parameters<SealTools['makeLeaf']>[1],
  purpose: Uint8Array,
): Promise<Issued> {
  const pair = generateKey(algorithm)
  const issuer = readIssuer(root)
  const extensions = [
    extension(oids.basicConstraints, true, sequence()),
    // digitalSignature and nonRepudiation.
    extension(oids.keyUsage, true, bits(Uint8Array.of(0xc0), 6)),
    purpose,
    keyIdentifier(pair.publicKey),
    issuerIdentifier(issuer.publicKey),
    ...(crlUrl === undefined ? [] : [extension(oids.crlDistributionPoints, false, pointTo(crlUrl))]),
  ]
  const until = new Date(Math.min(now.getTime() + days * dayMs, issuer.until.getTime()))
  const subject = writeName(name)
  const certificate = await issue(issuer, { subject, publicKey: pair.publicKey, now, until, extensions })
  return { certificate, privateKey: pair.privateKey }
}

export const makeCrl: SealTools['makeCrl'] = async (root, { now, number, nextUpdate, revoked }) => {
  const issuer = readIssuer(root)
  const algorithm = writeSignatureAlgorithm(algorithmOf(issuer.publicKey))
  const entries = revoked.map(({ serial, at }) => sequence(der(tags.integer, serial), time(at)))
  const body = sequence(
    integer(1),
    algorithm,
    issuer.subject,
    time(now),
    time(nextUpdate),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    der(context(0), sequence(issuerIdentifier(issuer.publicKey), extension(oids.crlNumber, false, integer(number)))),
  )
  return sequence(body, algorithm, bits(await signWith({ pkcs8: root.privateKey }, issuer.publicKey, body)))
}

type Issuer = { subject: Uint8Array; publicKey: Uint8Array; privateKey: Uint8Array }

function readIssuer(root: Issued): Issuer & { until: Date } {
  const { subject, publicKey, until } = readCertificate(root.certificate)
  return { subject, publicKey, until, privateKey: root.privateKey }
}

type Content = { subject: Uint8Array; publicKey: Uint8Array; now: Date; until: Date; extensions: Uint8Array[] }

async function issue(issuer: Issuer, { subject, publicKey, now, until, extensions }: Content): Promise<Uint8Array> {
  const algorithm = writeSignatureAlgorithm(algorithmOf(issuer.publicKey))
  const body = sequence(
    der(context(0), integer(2)),
    newSerial(),
    algorithm,
    issuer.subject,
    sequence(time(new Date(now.getTime() - earlierMs)), time(until)),
    subject,
    publicKey,
    der(context(3), sequence(...extensions)),
  )
  const signature = await signWith({ pkcs8: issuer.privateKey }, issuer.publicKey, body)
  return sequence(body, algorithm, bits(signature))
}

// The serial number is random, so that nobody can prepare a certificate with the same hash. Its first bits are 01, so
// that its length is fixed.
function newSerial(): Uint8Array {
  const bytes = randomBytes(16)
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f)
  return der(tags.integer, bytes)
}

function writeName(text: string): Uint8Array {
  return sequence(setOf(sequence(oid(oids.commonName), utf8(text))))
}

export function extension(id: string, isCritical: boolean, value: Uint8Array): Uint8Array {
  return isCritical ? sequence(oid(id), boolean(true), octets(value)) : sequence(oid(id), octets(value))
}

// pdfsig trusts a certificate for signing documents only when its purposes include e-mail.
function purposesOf(kind: SealKind): Uint8Array {
  return kind === 'time'
    ? extension(oids.extendedKeyUsage, true, sequence(oid(oids.timeStamping)))
    : extension(oids.extendedKeyUsage, false, sequence(oid(oids.documentSigning), oid(oids.emailProtection)))
}

function keyIdentifier(publicKey: Uint8Array): Uint8Array {
  return extension(oids.subjectKeyIdentifier, false, octets(identify(publicKey)))
}

function issuerIdentifier(publicKey: Uint8Array): Uint8Array {
  return extension(oids.authorityKeyIdentifier, false, sequence(der(plain(0), identify(publicKey))))
}

// RFC 7093, section 2, method 1.
function identify(publicKey: Uint8Array): Uint8Array {
  const parts = partsOf(readDer(publicKey), tags.sequence)
  parts.any()
  return hash('sha256', parts.take(tags.bits).content.subarray(1), 'buffer').subarray(0, 20)
}

function pointTo(url: string): Uint8Array {
  return sequence(sequence(der(context(0), der(context(0), der(plain(6), encodeText(url))))))
}
