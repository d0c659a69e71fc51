import { expect, test } from 'vitest'
import { makeRoot } from '../../src/adapters/seal/certificates.ts'
import { readCrl } from '../../verifier/asn1/index.ts'
import { verify } from '../../verifier/verify.ts'
import { foreignSources } from './documents.ts'
import { from, listOf, newChains, type Proofs, replaceProofs, sealWithLists } from './lists.ts'

const [[source], chains, stranger] = [await foreignSources('plain'), await newChains(), await newChains()]
if (!source) throw new Error('Nothing is sealed.')
const { seal, time } = chains
const sealed = await sealWithLists(source, chains)
const certificates = [seal, time].flatMap(({ root, leaf }) => [leaf.certificate, root.certificate])
const [sealList, timeList] = [await listOf(seal), await listOf(time)]
const certificatesOf = (more: Uint8Array[]) => [...certificates, ...more]

async function judge(proofs: Partial<Proofs>): Promise<string> {
  const bytes = await replaceProofs(sealed, { certificates, crls: [sealList, timeList], ...proofs })
  const { verdict, reasons } = await verify(bytes, sealed.trust)
  return reasons[0]?.code ?? verdict
}

test.each([
  ['seal', 'before its time', -0.5, 'seal_revoked'],
  ['seal', 'at its time', 0, 'seal_revoked'],
  ['seal', 'after its time', 0.5, 'proven'],
  ['time', 'before its time', -0.5, 'seal_revoked'],
  ['time', 'at its time', 0, 'seal_revoked'],
  ['time', 'after its time', 0.5, 'proven'],
] as const)('a certificate of the %s that was revoked %s: %s hours, %s', async (kind, _when, hours, wanted) => {
  const list = await listOf(chains[kind], { revoked: from(hours), now: from(1) })
  expect(await judge({ crls: [list, kind === 'seal' ? timeList : sealList] })).toBe(wanted)
})

// Another root with the same name.
const other = await makeRoot({ kind: 'seal', name: 'Acme seal root', algorithm: 'ec-p256', now: from(-48), years: 20 })
const broken = Uint8Array.from(sealList).fill((sealList.at(-1) ?? 0) ^ 1, -1)
const signatureAt = sealList.length - readCrl(sealList).signature.length
const unsigned = Uint8Array.from(sealList).fill(0x38, signatureAt, signatureAt + 1)
const lists: [string, string, () => Promise<Uint8Array[]>][] = [
  ['good ones', 'proven', async () => []],
  ['one that has ended before the seal', 'level_lowered', async () => [await listOf(seal, { nextUpdate: from(-0.5) })]],
  ['one from years later', 'proven', async () => [await listOf(seal, { now: from(9_999), nextUpdate: from(10_999) })]],
  [
    'one from years later that revokes before the seal',
    'seal_revoked',
    async () => [await listOf(seal, { now: from(9_999), nextUpdate: from(10_999), revoked: from(-1) })],
  ],
  ['one of a stranger', 'proofs_form', async () => [sealList, await listOf(stranger.seal)]],
  ['one of another root of the same name', 'proofs_form', async () => [sealList, await listOf(seal, { by: other })]],
  ['one whose signature is broken', 'proofs_form', async () => [broken]],
  ['one whose signature is none', 'seal_form', async () => [unsigned]],
  ['one for changes only (critical)', 'seal_form', async () => [await listOf(seal, { extra: '2.5.29.27' })]],
  ['one for some certificates only (critical)', 'seal_form', async () => [await listOf(seal, { extra: '2.5.29.28' })]],
  ['one with an unknown critical extension', 'seal_form', async () => [await listOf(seal, { extra: '1.2.3.4' })]],
  ['one that is junk', 'seal_form', async () => [Uint8Array.of(0x30, 3, 2, 1, 1)]],
]

test.each(lists)('a document whose list of the seal’s issuer is %s: %s', async (_what, wanted, make) => {
  const made = await make()
  expect(await judge({ crls: made.length > 0 ? [...made, timeList] : [sealList, timeList] })).toBe(wanted)
})

test.each([
  ['no list of the seal’s issuer', 'level_lowered', { crls: [timeList] }],
  ['no list of the time’s issuer', 'level_lowered', { crls: [sealList] }],
  ['no lists', 'level_lowered', { crls: [] }],
  ['a certificate of a stranger', 'proofs_form', { certificates: certificatesOf([stranger.seal.leaf.certificate]) }],
  ['a root of a stranger', 'proofs_form', { certificates: certificatesOf([stranger.time.root.certificate]) }],
  ['junk among its certificates', 'seal_form', { certificates: certificatesOf([Uint8Array.of(0x30, 0)]) }],
])('a document with %s: %s', async (_what, wanted, proofs) => {
  expect(await judge(proofs)).toBe(wanted)
})
