import { createPrivateKey, X509Certificate } from 'node:crypto'
import { sql } from 'kysely'
import { type Handle, lockUntilCommit, transaction } from '../../db/index.ts'
import { type Id, newId } from '../ids.ts'
import type { Vault } from '../vault.ts'
import { describeCertificate } from './certificates.ts'
import { hostOf } from './origin.ts'
import type { Imported, Issued, KeyAlgorithm, SealIdentity, SealKind, SealTools } from './seal-tools.ts'

const day = 24 * 3_600_000
const rootYears = 30
const leafDays: Record<SealKind, number> = { seal: 2 * 365, time: 10 * 365 }
/** A certificate is renewed this long before it expires, and a revocation list before its next update. */
const renewBeforeMs = 60 * day
const crlDays = 30
const crlRenewMs = 20 * day

/**
 * What makes and stores the certificates of an installation. Their names contain its public host. `db` is the system
 * handle.
 */
export type SealKeys = {
  db: Handle
  vault: Vault
  now: () => Date
  tools: SealTools
  publicUrl: () => string
  command: string[] | null
  /** The keys of roots that are made; a certificate has the kind of its root. EC P-256 by default. */
  algorithm?: KeyAlgorithm
}

/**
 * The identity that seals or stamps now: key, certificate chain and revocation list. Makes the first root and
 * certificate on demand, and renews a built-in certificate 60 days before it expires.
 */
export async function presentIdentity(keys: SealKeys, purpose: SealKind): Promise<SealIdentity> {
  const leaf = await findLeaf(keys, purpose)
  if (leaf && !isDue(leaf, keys.now()) && !(await isCrlDue(keys, leaf.issuer_id))) return identityOf(keys, leaf)
  return transaction({ db: keys.db }, async ({ db }) => {
    await lockUntilCommit(db, 'seal certificates')
    const inner = { ...keys, db }
    const present = await findLeaf(inner, purpose)
    const acting = present && !isDue(present, keys.now()) ? present : await makeLeaf(inner, purpose)
    if (acting.issuer_id) await renewCrl(inner, acting.issuer_id)
    return identityOf(inner, acting)
  })
}

/** Makes a new built-in certificate, which seals or stamps from now on. Earlier signatures stay valid. */
export function rotateIdentity(keys: SealKeys, purpose: SealKind): Promise<void> {
  return transaction({ db: keys.db }, async ({ db }) => {
    await lockUntilCommit(db, 'seal certificates')
    await makeLeaf({ ...keys, db }, purpose)
  })
}

/** Why an operator's certificate is refused. */
export class ImportRefused extends Error {
  readonly code: 'certificate_missing' | 'chain_missing' | 'key_mismatch' | 'key_missing'

  constructor(code: ImportRefused['code']) {
    super(code)
    this.code = code
  }
}

/** Seals or stamps with an operator's certificate from now on. Throws ImportRefused. */
export async function importIdentity(
  keys: SealKeys,
  purpose: SealKind,
  { privateKey, chain }: Imported,
): Promise<void> {
  const [certificate, ...above] = chain
  if (!certificate) throw new ImportRefused('certificate_missing')
  if (above.length === 0) throw new ImportRefused('chain_missing')
  const { notAfter } = describeCertificate(certificate)
  requireOwnKey(certificate, privateKey)
  await transaction({ db: keys.db }, async ({ db }) => {
    await lockUntilCommit(db, 'seal certificates')
    await retire(db, purpose, keys.now())
    await insert({ ...keys, db }, { purpose, certificate, chain: above, privateKey, expiresAt: notAfter })
  })
}

/** A certificate of the installation, for listing. A root issued the others. */
export type KnownCertificate = {
  purpose: SealKind
  isRoot: boolean
  certificate: Buffer
  chain: Buffer[]
  expiresAt: Date
  createdAt: Date
  retiredAt: Date | null
}

/** All certificates that seal, stamp or issue, or did so earlier, oldest first. */
export async function listCertificates(db: Handle): Promise<KnownCertificate[]> {
  const rows = await db.selectFrom('seal_certificates').selectAll().orderBy('created_at').orderBy('id').execute()
  return rows.map((row) => ({
    purpose: row.purpose,
    isRoot: row.is_root,
    certificate: row.certificate,
    chain: row.chain,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    retiredAt: row.retired_at,
  }))
}

/** The newest revocation lists of the roots of a purpose. */
export async function readCrls(db: Handle, purpose: SealKind): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('seal_certificates')
    .select('crl')
    .where('purpose', '=', purpose)
    .where('crl', 'is not', null)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.flatMap(({ crl }) => crl ?? [])
}

/** Refuses a key that does not belong to the certificate, because nobody would accept its seals. */
function requireOwnKey(certificate: Uint8Array, privateKey: Uint8Array | null): void {
  if (privateKey === null) return
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' })
  if (!new X509Certificate(certificate).checkPrivateKey(key)) throw new ImportRefused('key_mismatch')
}

type Row = NonNullable<Awaited<ReturnType<typeof findLeaf>>>

function findLeaf({ db }: SealKeys, purpose: SealKind) {
  return db
    .selectFrom('seal_certificates')
    .selectAll()
    .where('purpose', '=', purpose)
    .where('is_root', '=', false)
    .where('retired_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Whether a built-in certificate expires soon. The operator renews an imported one. */
function isDue(leaf: Row, now: Date): boolean {
  return leaf.issuer_id !== null && leaf.expires_at.getTime() - now.getTime() < renewBeforeMs
}

async function isCrlDue({ db, now }: SealKeys, rootId: Id | null): Promise<boolean> {
  if (rootId === null) return false
  const { crl_until } = await readRoot(db, rootId)
  return crl_until === null || crl_until.getTime() - now().getTime() < crlRenewMs
}

function readRoot(db: Handle, id: Id) {
  return db.selectFrom('seal_certificates').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

async function identityOf(keys: SealKeys, leaf: Row): Promise<SealIdentity> {
  const root = leaf.issuer_id === null ? null : await readRoot(keys.db, leaf.issuer_id)
  const above = root ? [root.certificate] : leaf.chain
  return {
    key: keyOf(keys, leaf),
    chain: [leaf.certificate, ...above],
    crls: root?.crl ? [root.crl] : [],
  }
}

function keyOf({ vault, command }: SealKeys, { id, private_key }: Row): SealIdentity['key'] {
  if (private_key) return { pkcs8: vault.open(purposeOfCertificate(id), private_key) }
  if (command) return { command }
  throw new Error('The certificate that seals has no key. Set SEALANE_SEAL_COMMAND, or import it with its key.')
}

async function makeLeaf(keys: SealKeys, purpose: SealKind): Promise<Row> {
  const now = keys.now()
  const root = await presentRoot(keys, purpose)
  const name = `${hostOf(keys.publicUrl())} ${purpose === 'seal' ? 'seals' : 'timestamps'}`
  const days = leafDays[purpose]
  const crlUrl = `${keys.publicUrl()}/.well-known/sealane-revocations/${purpose}.crl`
  const algorithm = algorithmOf(root.certificate)
  const issued = await keys.tools.makeLeaf(root, { kind: purpose, name, algorithm, now, days, crlUrl })
  await retire(keys.db, purpose, now)
  await insert(keys, { purpose, ...issued, issuerId: root.id, expiresAt: new Date(now.getTime() + days * day) })
  const leaf = await findLeaf(keys, purpose)
  if (!leaf) throw new Error('The new certificate was not found.')
  return leaf
}

// One chain has keys of one kind: readers that do not know the other cannot check half of it.
function algorithmOf(certificate: Uint8Array): KeyAlgorithm {
  return new X509Certificate(certificate).publicKey.asymmetricKeyType === 'rsa' ? 'rsa-3072' : 'ec-p256'
}

async function presentRoot(keys: SealKeys, purpose: SealKind): Promise<Issued & { id: Id }> {
  const known = await keys.db
    .selectFrom('seal_certificates')
    .selectAll()
    .where('purpose', '=', purpose)
    .where('is_root', '=', true)
    .where('retired_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (known?.private_key) {
    const { id, certificate, private_key } = known
    return { id, certificate, privateKey: keys.vault.open(purposeOfCertificate(id), private_key) }
  }
  const now = keys.now()
  const name = `${hostOf(keys.publicUrl())} ${purpose === 'seal' ? 'seal root' : 'time root'}`
  const algorithm = keys.algorithm ?? 'ec-p256'
  const issued = await keys.tools.makeRoot({ kind: purpose, name, algorithm, now, years: rootYears })
  const expiresAt = new Date(now.getTime() + rootYears * 365 * day)
  const id = await insert(keys, { purpose, ...issued, isRoot: true, expiresAt })
  return { id, ...issued }
}

/**
 * Renews the revocation list of a root when its next update is near. The list is empty, because nothing can be revoked
 * yet.
 */
async function renewCrl(keys: SealKeys, rootId: Id): Promise<void> {
  if (!(await isCrlDue(keys, rootId))) return
  const { db, vault, tools } = keys
  const root = await readRoot(db, rootId)
  if (!root.private_key) return
  const now = keys.now()
  const nextUpdate = new Date(now.getTime() + crlDays * day)
  const number = BigInt(root.crl_number) + 1n
  const issued = {
    certificate: root.certificate,
    privateKey: vault.open(purposeOfCertificate(rootId), root.private_key),
  }
  const crl = await tools.makeCrl(issued, { now, number, nextUpdate, revoked: [] })
  await db
    .updateTable('seal_certificates')
    .set({ crl: Buffer.from(crl), crl_number: Number(number), crl_until: nextUpdate })
    .where('id', '=', rootId)
    .execute()
}

async function retire(db: Handle, purpose: SealKind, now: Date): Promise<void> {
  await db
    .updateTable('seal_certificates')
    .set({ retired_at: now })
    .where('purpose', '=', purpose)
    .where('is_root', '=', false)
    .where('retired_at', 'is', null)
    .execute()
}

type New = {
  purpose: SealKind
  certificate: Uint8Array
  privateKey: Uint8Array | null
  expiresAt: Date
  isRoot?: boolean
  issuerId?: Id
  chain?: Uint8Array[]
}

async function insert({ db, vault, now }: SealKeys, made: New): Promise<Id> {
  const { purpose, certificate, privateKey, expiresAt, isRoot = false, issuerId = null, chain = [] } = made
  const id = newId(now().getTime())
  await db
    .insertInto('seal_certificates')
    .values({
      id,
      purpose,
      is_root: isRoot,
      issuer_id: issuerId,
      certificate: Buffer.from(certificate),
      chain: sql`${chain.map((one) => Buffer.from(one))}::bytea[]`,
      private_key: privateKey && vault.seal(purposeOfCertificate(id), Buffer.from(privateKey)),
      expires_at: expiresAt,
      created_at: now(),
    })
    .execute()
  return id
}

/** The purpose for which the vault seals the key of a certificate. */
export function purposeOfCertificate(id: Id): string {
  return `seal key ${id}`
}
