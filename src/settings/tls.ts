import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'

export type Tls = { cert: Buffer; key: Buffer; expiresAt: Date }

type Files = { certificate: string | null; key: string | null }

/** The TLS certificate and its key; null without both. Adds problems to `faults`. */
export function readTls({ certificate, key }: Files, faults: string[]): Tls | null {
  if (certificate === null && key === null) return null
  if (certificate === null || key === null) {
    faults.push('TLS_CERT and TLS_KEY go together')
    return null
  }
  const cert = readPart('TLS_CERT', certificate, 'certificate', (pem) => new X509Certificate(pem), faults)
  const secret = readPart('TLS_KEY', key, 'private key', (pem) => createPrivateKey(pem), faults)
  if (!cert || !secret) return null
  if (cert.parsed.checkPrivateKey(secret.parsed)) {
    return { cert: cert.bytes, key: secret.bytes, expiresAt: cert.parsed.validToDate }
  }
  faults.push(`TLS_KEY: ${key} is not the key of the first certificate in ${certificate}`)
  return null
}

function readPart<T>(
  variable: string,
  file: string,
  what: string,
  parse: (pem: Buffer) => T,
  faults: string[],
): { bytes: Buffer; parsed: T } | null {
  try {
    const bytes = readFileSync(file)
    if (/ENCRYPTED/.test(bytes.toString('latin1'))) {
      faults.push(`${variable}: ${file} is locked with a passphrase; \`openssl pkey -in ${file} -out …\` takes it off`)
      return null
    }
    if (!bytes.includes('-----BEGIN ')) throw new Error('no PEM')
    return { bytes, parsed: parse(bytes) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reason = /^E[A-Z]+$/.test(code) ? `cannot be read (${code})` : `holds no ${what} in PEM form`
    faults.push(`${variable}: ${file} ${reason}`)
    return null
  }
}
