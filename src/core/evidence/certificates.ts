import { createPrivateKey, X509Certificate } from 'node:crypto'

/** What a certificate (DER) says; its hash is in hex. Throws for what is none. */
export function describeCertificate(certificate: Uint8Array) {
  const { subject, validFromDate, validToDate, fingerprint256 } = new X509Certificate(certificate)
  return {
    subject,
    notBefore: validFromDate,
    notAfter: validToDate,
    sha256: fingerprint256.replaceAll(':', '').toLowerCase(),
  }
}

/** The certificates of a PEM text, leaf first, and its key as PKCS#8, if it has one. Throws for what is none, or locked. */
export function readPem(text: string): { privateKey: Buffer | null; chain: Buffer[] } {
  const blocks = text.match(/-----BEGIN ([A-Z0-9 ]+)-----[^-]+-----END \1-----/g) ?? []
  const chain = blocks
    .filter((block) => block.startsWith('-----BEGIN CERTIFICATE'))
    .map((block) => new X509Certificate(block).raw)
  const key = blocks.find((block) => /^-----BEGIN (\w+ )*PRIVATE KEY/.test(block))
  const privateKey = key === undefined ? null : createPrivateKey(key).export({ format: 'der', type: 'pkcs8' })
  return { privateKey, chain }
}

/** A certificate (DER) as PEM. */
export function writePem(certificate: Buffer): string {
  const lines = certificate.toString('base64').replace(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}
