import { X509Certificate } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { shareDatabase } from '../../../test/support/database.ts'
import { sealing } from '../../../test/support/finishing.ts'
import { openDatabase } from '../../db/index.ts'
import { importIdentity, listCertificates, presentIdentity, readCrls, rotateIdentity } from './identities.ts'
import { bringIdentity } from './sealing.ts'

const [own, another] = [shareDatabase(), shareDatabase()]
let now = new Date('2026-11-27T00:00:00.000Z')
const days = (count: number) => new Date(now.getTime() + count * 24 * 3_600_000)
const open = () => {
  const database = openDatabase({ url: own.url })
  afterAll(() => database.close())
  return database
}
let database: ReturnType<typeof open> | undefined
const keys = () => {
  database ??= open()
  return { ...sealing, db: database.system, now: () => now }
}

beforeEach(() => {
  now = new Date('2026-11-27T00:00:00.000Z')
})

const subjectOf = (certificate: Uint8Array | undefined) => new X509Certificate(certificate ?? Buffer.alloc(0)).subject

test('everybody who asks at once gets the same certificate, under a root of its own purpose', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => presentIdentity(keys(), 'seal')))
  expect(new Set(all.map(({ chain }) => Buffer.from(chain[0] ?? []).toString('hex'))).size).toBe(1)
  const time = await presentIdentity(keys(), 'time')
  expect(subjectOf(all[0]?.chain[1])).toBe('CN=sign.example.com seal root')
  expect(subjectOf(time.chain[1])).toBe('CN=sign.example.com time root')
  const [leaf, root] = all[0]?.chain.map((one) => new X509Certificate(one)) ?? []
  expect(root && leaf?.verify(root.publicKey)).toBe(true)
})

test('a certificate is renewed 60 days before it expires, under the same root, and the old one stays known', async () => {
  const before = await presentIdentity(keys(), 'seal')
  now = days(2 * 365 - 61)
  expect((await presentIdentity(keys(), 'seal')).chain[0]).toEqual(before.chain[0])
  now = days(2)
  const after = await presentIdentity(keys(), 'seal')
  expect(after.chain[0]).not.toEqual(before.chain[0])
  expect(after.chain[1]).toEqual(before.chain[1])
  const known = (await listCertificates(keys().db)).map(({ certificate }) => certificate.toString('hex'))
  for (const { chain } of [before, after]) expect(known).toContain(Buffer.from(chain[0] ?? []).toString('hex'))
})

test('the revocation list of a root is renewed before its next update, with a higher number', async () => {
  const { crls } = await presentIdentity(keys(), 'time')
  expect(await readCrls(keys().db, 'time')).toEqual(crls.map((one) => Buffer.from(one)))
  now = days(11)
  const { crls: later } = await presentIdentity(keys(), 'time')
  expect(later).not.toEqual(crls)
})

test('a rotated key seals from now on, and every key in the database is encrypted', async () => {
  const before = await presentIdentity(keys(), 'seal')
  await rotateIdentity(keys(), 'seal')
  const after = await presentIdentity(keys(), 'seal')
  expect(after.key).not.toEqual(before.key)
  const kept = await keys().db.selectFrom('seal_certificates').select('private_key').execute()
  const plain = Buffer.from('pkcs8' in after.key ? after.key.pkcs8 : [])
  expect(kept).not.toEqual([])
  for (const { private_key } of kept) expect(private_key?.includes(plain)).toBe(false)
})

test('an imported certificate seals with its chain', async () => {
  const { tools } = keys()
  const root = await tools.makeRoot({ kind: 'seal', name: 'Our CA', algorithm: 'rsa-3072', now, years: 10 })
  const leaf = await tools.makeLeaf(root, { kind: 'seal', name: 'Our seals', algorithm: 'ec-p256', now, days: 400 })
  await importIdentity(keys(), 'seal', { privateKey: leaf.privateKey, chain: [leaf.certificate, root.certificate] })
  const { chain, key } = await presentIdentity(keys(), 'seal')
  expect(chain.map(subjectOf)).toEqual(['CN=Our seals', 'CN=Our CA'])
  expect(key).toEqual({ pkcs8: Buffer.from(leaf.privateKey) })
  now = days(399)
  expect((await presentIdentity(keys(), 'seal')).chain[0]).toEqual(chain[0])
})

test('a certificate that fails the rehearsal is refused, and the present one stays', async () => {
  const { tools } = keys()
  const { chain: before } = await presentIdentity(keys(), 'seal')
  const root = await tools.makeRoot({ kind: 'time', name: 'Our CA', algorithm: 'ec-p256', now, years: 10 })
  const leaf = await tools.makeLeaf(root, { kind: 'time', name: 'Our times', algorithm: 'ec-p256', now, days: 400 })
  const chain = [leaf.certificate, root.certificate]
  const stranger = await tools.makeLeaf(root, { kind: 'time', name: 'Others', algorithm: 'ec-p256', now, days: 400 })
  const bring = (privateKey: Uint8Array | null) => bringIdentity(keys(), 'seal', { privateKey, chain })
  await expect(bring(leaf.privateKey)).rejects.toMatchObject({ code: 'certificate_unfit' })
  await expect(bring(null)).rejects.toMatchObject({ code: 'key_missing' })
  const asTime = { privateKey: stranger.privateKey, chain }
  await expect(bringIdentity(keys(), 'time', asTime)).rejects.toMatchObject({ code: 'authority_failed' })
  expect((await presentIdentity(keys(), 'seal')).chain).toEqual(before)
})

test('at B-LT an imported certificate needs the revocation list of its issuer', async () => {
  // A time after those of all other tests, because the tests share the revocation lists.
  now = days(900)
  const { tools } = keys()
  const root = await tools.makeRoot({ kind: 'seal', name: 'Our CA', algorithm: 'ec-p256', now, years: 10 })
  const leaf = await tools.makeLeaf(root, { kind: 'seal', name: 'Listed', algorithm: 'ec-p256', now, days: 400 })
  const crl = await tools.makeCrl(root, { now, number: 1n, nextUpdate: days(30), revoked: [] })
  const brought = { privateKey: leaf.privateKey, chain: [leaf.certificate, root.certificate] }
  const bring = (lists: Uint8Array[]) => {
    const settings = { level: 'B-LT' as const, authorities: [], readRevocations: async () => lists }
    return bringIdentity({ ...keys(), settings }, 'seal', brought)
  }
  await expect(bring([])).rejects.toMatchObject({ code: 'revocation_missing' })
  await expect(bring([crl])).resolves.toBeUndefined()
})

test('an installation that begins with RSA has RSA in each root and certificate, also after a rotation without the setting', async () => {
  const other = openDatabase({ url: another.url })
  const begun = { ...keys(), db: other.system, algorithm: 'rsa-3072' as const }
  await presentIdentity(begun, 'seal')
  await rotateIdentity({ ...begun, algorithm: 'ec-p256' }, 'seal')
  const kinds = (await listCertificates(other.system)).map(
    ({ certificate }) => new X509Certificate(certificate).publicKey.asymmetricKeyType,
  )
  await other.close()
  expect(kinds).toEqual(['rsa', 'rsa', 'rsa'])
})
