import { createPrivateKey } from 'node:crypto'
import { readCertificate } from '../../../verifier/asn1/certificates.ts'
import { readCrl } from '../../../verifier/asn1/crls.ts'
import type { Imported } from '../../core/evidence/index.ts'
import { SealError } from './fault.ts'
import { chainFrom, exportKey, matchKey } from './imported.ts'

const block = /-----BEGIN ([A-Z0-9 ]{1,40})-----[\s\S]*?-----END \1-----/g

/**
 * The key and the certificates of a PEM text, in any order. Without a key (it may stay in an HSM), the first
 * certificate begins the chain. Throws SealError.
 */
export function readPem(text: string, passphrase?: string): Imported {
  const blocks = [...text.matchAll(block)].map(([all, label = '']) => ({ all, label }))
  const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE').map(({ all }) => toBytes(all))
  const keys = blocks.filter(({ label }) => label.endsWith('PRIVATE KEY')).map(({ all }) => openKey(all, passphrase))
  const [first] = certificates
  if (!first) throw new SealError('import_unreadable', 'There is no certificate in the text.')
  try {
    if (keys.length > 0) return matchKey(keys, certificates)
    const read = certificates.map(readCertificate)
    return { privateKey: null, chain: chainFrom(readCertificate(first), read) }
  } catch (error) {
    if (error instanceof SealError) throw error
    throw new SealError('import_unreadable', 'A certificate cannot be read.', { cause: error })
  }
}

/** The revocation lists in PEM or DER files. Skips anything else, and lists of an unsupported form. */
export function readCrls(files: readonly Uint8Array[]): Uint8Array[] {
  const all = files.flatMap((bytes) => {
    const blocks = [...Buffer.from(bytes).toString('latin1').matchAll(block)]
    return blocks.length === 0
      ? [bytes]
      : blocks.filter(([, label]) => label === 'X509 CRL').map(([pem]) => toBytes(pem))
  })
  return all.filter(isCrl)
}

function isCrl(bytes: Uint8Array): boolean {
  try {
    readCrl(bytes)
    return true
  } catch {
    return false
  }
}

function toBytes(pem: string): Uint8Array {
  return Uint8Array.from(Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64'))
}

function openKey(pem: string, passphrase: string | undefined): Uint8Array {
  try {
    return exportKey(createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) }))
  } catch (error) {
    if (error instanceof SealError) throw error
    const isLocked = pem.includes('ENCRYPTED')
    throw isLocked
      ? new SealError('passphrase_wrong', 'The passphrase does not open the private key.', { cause: error })
      : new SealError('import_unreadable', 'The private key cannot be read.', { cause: error })
  }
}
