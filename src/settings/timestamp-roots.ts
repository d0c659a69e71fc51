import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { codeOf } from '../startup-error.ts'

/** The certificates of a PEM file as DER; empty without a file. Adds problems to `faults`. */
export function readRoots({ file, isNeeded }: { file: string | null; isNeeded: boolean }, faults: string[]): Buffer[] {
  if (file === null) {
    if (isNeeded) faults.push('SEALANE_TIMESTAMP_URLS and SEALANE_TIMESTAMP_ROOTS go together')
    return []
  }
  try {
    const blocks = readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
    if (blocks.length === 0) throw new Error('has no certificate in PEM')
    return blocks.map((block) => new X509Certificate(block).raw)
  } catch (error) {
    const code = codeOf(error)
    const why = code?.startsWith('E') ? `cannot be read (${code})` : error instanceof Error ? error.message : error
    faults.push(`SEALANE_TIMESTAMP_ROOTS: ${file} ${why}`)
    return []
  }
}
