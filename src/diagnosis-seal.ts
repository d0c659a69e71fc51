import { askWitness } from './adapters/witness/index.ts'
import type { Config } from './config.ts'
import { type KnownCertificate, listCertificates, type NamedWitness, rehearseSeal } from './core/evidence/index.ts'
import { countUnsealed } from './core/submissions/index.ts'
import { createVault } from './core/vault.ts'
import { type Database, transaction } from './db/index.ts'
import type { Finding } from './diagnosis.ts'
import { found } from './texts/index.ts'
import { createSealing, witnessPolicyOf } from './work.ts'

const soonMs = 14 * 24 * 3_600_000

/** Tries a whole seal and each witness, and judges the certificates and the waiting documents. Changes nothing. */
export async function trySeal(config: Config, database: Database, key: Buffer | null, now: Date): Promise<Finding[]> {
  const certificates = await listCertificates(database.system)
  const waiting = await countUnsealed(database.system, now)
  const mend = 'npm run -s sealane -- seal status'
  const late = waiting > 0 ? [{ about: 'seal', says: found('seal_waits', { count: waiting }), mend }] : []
  // Without a certificate, the trial would create the first one.
  const isTried = key !== null && certificates.length > 0
  const refusal = isTried ? await rehearse(config, database, key) : null
  const silent = await Promise.all(witnessPolicyOf(config).witnesses.map(tryWitness))
  return [judgeCertificates(certificates, now), ...(refusal ? [refusal] : []), ...late, ...silent.flat()]
}

/**
 * Sends an empty request to a witness, because any answer shows that it works. Documents wait for a quorum of
 * witnesses.
 */
async function tryWitness({ vkey, url }: NamedWitness): Promise<Finding[]> {
  const name = vkey.slice(0, vkey.indexOf('+'))
  try {
    await askWitness(`${url}/add-checkpoint`, '')
    return [{ about: 'SEALANE_WITNESSES', says: found('witness_answers', { name }) }]
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    const mend = `curl -v ${url}    # then start the witness, or mend SEALANE_WITNESSES`
    return [{ about: 'SEALANE_WITNESSES', says: found('witness_silent', { name, text }), mend }]
  }
}

// Sealane renews its own certificates. The operator renews the operator's.
function judgeCertificates(certificates: readonly KnownCertificate[], now: Date): Finding {
  const acting = certificates.filter(({ isRoot, retiredAt }) => !isRoot && retiredAt === null)
  const [first] = acting.toSorted((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime())
  if (!first) return { about: 'seal', says: found('seal_none') }
  const says = found('seal_ends', { at: first.expiresAt.toISOString() })
  if (first.expiresAt.getTime() - now.getTime() > soonMs) return { about: 'seal', says }
  return { about: 'seal', says, mend: 'npm run -s sealane -- seal import <the next one>    # or seal rotate' }
}

class Undone extends Error {}

/**
 * Tries a seal in a transaction that is rolled back, because the trial may renew a certificate or a revocation list.
 */
async function rehearse(config: Config, database: Database, key: Buffer): Promise<Finding | null> {
  try {
    await transaction({ db: database.system }, async ({ db }) => {
      await rehearseSeal(createSealing(config, { database: { ...database, system: db }, vault: createVault(key) }))
      throw new Undone()
    })
    return null
  } catch (error) {
    if (error instanceof Undone) return null
    // The output of a signing command may have several lines.
    const text = (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, ' ')
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return { about: 'seal', says: found('seal_fails', { text }), mend: mendOf(config, code) }
  }
}

function mendOf({ timestampUrls, sealCommand }: Config, code: string): string {
  const [url] = timestampUrls
  if (code === 'authority_failed' && url !== undefined)
    return `curl -v ${url}    # then mend SEALANE_TIMESTAMP_URLS or SEALANE_TIMESTAMP_ROOTS`
  if (code === 'authority_failed') return 'npm run -s sealane -- seal rotate --purpose time    # then seal status'
  const isOfKey = ['signing_failed', 'signing_slow', 'key_mismatch'].includes(code)
  if (sealCommand !== null && isOfKey)
    return 'head -c 32 /dev/urandom | sh -c "$SEALANE_SEAL_COMMAND" | xxd    # it must write a signature: docs/sealing.md'
  if (code === 'revocation_missing')
    return 'ls -l "$SEALANE_REVOCATIONS"    # the newest lists of your authorities: docs/sealing.md'
  if (code === 'certificate_early') return 'date -u    # then set the clock, or act with another: sealane seal rotate'
  return 'npm run -s sealane -- seal import <the next one>    # or seal rotate; then seal status'
}
