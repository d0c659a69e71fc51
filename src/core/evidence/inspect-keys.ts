import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import type { Handle } from '../../db/index.ts'
import { type Misfit, misfit } from '../audit/index.ts'
import type { Vault } from '../vault.ts'
import { purposeOfCertificate } from './identities.ts'
import { purposeOfLogKey } from './keys.ts'
import { rawPublicKey } from './note.ts'

/**
 * The faults of the stored keys. The master key must open each private key, and the private key must fit its public key
 * or certificate. So a planted log key or root is found. Runs on the system handle.
 */
export async function inspectKeys(db: Handle, vault: Vault): Promise<Misfit[]> {
  const keys = await db.selectFrom('evidence_keys').selectAll().orderBy('created_at').execute()
  const certificates = await db.selectFrom('seal_certificates').selectAll().orderBy('created_at').execute()
  const isOwnLogKey = ({ id, public_key, private_key }: (typeof keys)[number]) =>
    isTrue(() => rawPublicKey(createPublicKey(openKey(vault, purposeOfLogKey(id), private_key))).equals(public_key))
  // A certificate whose key is in an HSM has no private key here. A root of ours always has one.
  const isOwnCertificate = ({ id, certificate, private_key, is_root }: (typeof certificates)[number]) =>
    private_key === null
      ? !is_root
      : isTrue(() =>
          new X509Certificate(certificate).checkPrivateKey(openKey(vault, purposeOfCertificate(id), private_key)),
        )
  return [
    ...keys.filter((key) => !isOwnLogKey(key)).map(({ id }) => misfit('log_key_strange', { id })),
    ...certificates
      .filter((one) => !isOwnCertificate(one))
      .map(({ id, purpose, is_root }) =>
        misfit(is_root ? 'root_key_strange' : 'certificate_key_strange', { purpose, id }),
      ),
  ]
}

function openKey(vault: Vault, purpose: string, sealed: Buffer) {
  return createPrivateKey({ key: vault.open(purpose, sealed), format: 'der', type: 'pkcs8' })
}

function isTrue(judge: () => boolean): boolean {
  try {
    return judge()
  } catch {
    return false
  }
}
