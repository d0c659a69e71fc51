import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import {
  bringIdentity,
  describeCertificate,
  type Imported,
  ImportRefused,
  type KnownCertificate,
  listCertificates,
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
const options = { purpose: { type: 'string', default: 'seal' }, 'passphrase-file': { type: 'string' } } as const

export const command: Command = {
  usage: `seal status | rotate | renew | import <file>   [--purpose seal|time] [--passphrase-file <file>]
       rotate: another key acts from now on. renew: the same, when the certificate ends within 60 days.
       import: PKCS#12, or PEM with the certificates up to the root and the key. Without a key, SEALANE_SEAL_COMMAND signs.
               The first line of --passphrase-file opens it. It acts once a whole seal with it has worked.`,
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
      if (file !== undefined) await bring(sealing, purpose, file, values['passphrase-file'])
      return await tellStatus(sealing)
    } finally {
      await core.close()
    }
  },
}

/**
 * Tries a whole seal, which renews certificates and lists near their end, and prints the acting certificates. Exit code
 * 1 when it cannot seal.
 */
async function tellStatus(sealing: Sealing): Promise<number> {
  const refusal = await rehearseSeal(sealing).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  const certificates = await listCertificates(sealing.db)
  const urls = sealing.settings.authorities.map(({ url }) => url)
  printJson({
    level: sealing.settings.level,
    authorities: urls.length > 0 ? urls : ['built-in'],
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
  key_missing: 'The file has no key. Add it, or set SEALANE_SEAL_COMMAND to a command that signs with it.',
} as const

async function bring(sealing: Sealing, purpose: SealKind, file: string, passphraseFile?: string): Promise<void> {
  const passphrase = passphraseFile === undefined ? undefined : readFile(passphraseFile).toString().split(/\r?\n/)[0]
  try {
    await bringIdentity(sealing, purpose, await readIdentity(sealing, readFile(file), passphrase))
  } catch (error) {
    if (error instanceof ImportRefused) throw new UsageError(refusals[error.code])
    throw error instanceof Error && error.name === 'SealError' ? new UsageError(error.message) : error
  }
}

async function readIdentity({ tools }: Sealing, bytes: Buffer, passphrase: string | undefined): Promise<Imported> {
  if (bytes.includes('-----BEGIN ')) return tools.readPem(bytes.toString(), passphrase)
  return tools.readPkcs12(Uint8Array.from(bytes), passphrase ?? '')
}

function readFile(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : error}.`)
  }
}
