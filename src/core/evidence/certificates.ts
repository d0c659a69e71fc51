import { X509Certificate } from 'node:crypto'

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

/** A certificate (DER) as PEM. */
export function writePem(certificate: Buffer): string {
  const lines = certificate.toString('base64').replace(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}
