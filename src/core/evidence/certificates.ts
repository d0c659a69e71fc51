import { X509Certificate } from 'node:crypto'

/** Subject, validity and SHA-256 (hex) of a certificate in DER. Throws for any other bytes. */
export function describeCertificate(certificate: Uint8Array) {
  const { subject, validFromDate, validToDate, fingerprint256 } = new X509Certificate(certificate)
  return {
    subject,
    notBefore: validFromDate,
    notAfter: validToDate,
    sha256: fingerprint256.replaceAll(':', '').toLowerCase(),
  }
}

export function writePem(certificate: Buffer): string {
  const lines = certificate.toString('base64').replace(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}
