import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import {
  describeCertificate,
  type Imported,
  ImportRefused,
  importIdentity,
  type KnownCertificate,
  listCertificates,
  readPem,
  rehearseSeal,
  rotateIdentity,
  type Sealing,
  type SealKind,
} from '../core/evidence/index.ts'
import { createLog } from '../log.ts'
import { openCore } from '../store.ts'
import { createSealing } from '../work.ts'
import { type Command, UsageError } from './index.ts'
import { printJson } from './open.ts'

const verbs = ['status', 'rotate', 'renew', 'import'] as const
const options = { purpose: { type: 'string', default: 'seal' } } as const

export const command: Command = {
  about: 'Tell what seals documents and stamps times and try it, change its key, or seal with a certificate of yours.',
  usage: `seal status | rotate | renew | import <file.pem>   [--purpose seal|time]
       rotate: another key acts from now on. renew: the same, when the certificate ends within 60 days.
       import: PEM with the certificates, leaf first and root last, and the key. Without a key, SEALANE_SEAL_COMMAND signs.`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [word, file] = positionals
    const verb = verbs.find((one) => one === word)
    const { purpose } = values
    if (!verb) throw new UsageError('Say seal status, seal rotate, seal renew or seal import <file>.')
    if (purpose !== 'seal' && purpose !== 'time') throw new UsageError('--purpose is seal or time.')
    if ((verb === 'import') !== (file !== undefined)) throw new UsageError('Say seal import <file>.')
    const config = readConfig()
    const core = await openCore(config, createLog({ logLevel: 'warn' }))
    try {
      const sealing = createSealing(config, core)
      if (verb === 'rotate') await rotateIdentity(sealing, purpose)
      if (file !== undefined) await bring(sealing, purpose, readIdentity(file))
      return await tellStatus(sealing)
    } finally {
      await core.close()
    }
  },
}

/** Tries the whole seal, which renews what is near its end, and tells what acts. Exit code 1 when it cannot seal. */
async function tellStatus(sealing: Sealing): Promise<number> {
  const refusal = await rehearseSeal(sealing).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  const certificates = await listCertificates(sealing.db)
  printJson({
    level: sealing.settings.level,
    authorities: sealing.settings.authorities.map(({ url }) => url),
    canSeal: refusal === null,
    ...(refusal !== null && { why: refusal }),
    certificates: certificates.map(describe),
  })
  return refusal === null ? 0 : 1
}

function describe({ purpose, isRoot, certificate, createdAt, retiredAt }: KnownCertificate) {
  const { subject, notBefore, notAfter, sha256 } = describeCertificate(certificate)
  return { purpose, isRoot, subject, sha256, notBefore, notAfter, createdAt, retiredAt }
}

const refusals = {
  certificate_missing: 'The file has no certificate.',
  chain_missing: 'The file has the leaf only. Add the certificates above it, the root last.',
  key_mismatch: 'The key is not that of the first certificate. Put the leaf first.',
} as const

async function bring(sealing: Sealing, purpose: SealKind, imported: Imported): Promise<void> {
  try {
    await importIdentity(sealing, purpose, imported)
  } catch (error) {
    throw error instanceof ImportRefused ? new UsageError(refusals[error.code]) : error
  }
}

function readIdentity(file: string): Imported {
  const bytes = readFile(file)
  if (bytes.includes('-----BEGIN ')) return readPem(bytes.toString())
  throw new UsageError(`${file} is no PEM. Of PKCS#12 make one: openssl pkcs12 -in ${file} -nodes -out seal.pem`)
}

function readFile(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : error}.`)
  }
}
