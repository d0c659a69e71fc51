import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { checkSeal, checkToken, findProofs, readCertificate } from '../../../verifier/asn1/index.ts'
import { oids } from '../../../verifier/asn1/oids.ts'
import { readSealedDocument } from '../../../verifier/pdf/index.ts'
import { setAgreement } from '../pdf/agreement.ts'
import { sample } from '../pdf/sample.fixture.ts'
import { typeset } from '../pdf/typst.ts'
import { taken } from '../pdf-source/corpus.fixture.ts'
import { finishPdf } from '../pdf-source/finish.ts'
import { createSealTools } from './index.ts'
import { ask, findObjections, findSignatures, judgeToken, readStrictly } from './judges.fixture.ts'
import { prepareSeal } from './prepare.ts'
import { sealDocument } from './seal.ts'
import { builtIn, type Installation, newIdentity, newInstallation, nobody, now, requestOf } from './stage.fixture.ts'
import { stampBeside } from './stamp-beside.ts'
import { doSealJob, type SealJob } from './work.ts'

const tools = createSealTools({ send: nobody })
afterAll(() => tools.close())

const agreement = await typeset(setAgreement(sample()))
const installation = await newInstallation()
const rootOf = ({ chain }: Installation['seal']) => chain.at(-1) ?? new Uint8Array()
const sources = taken.filter(({ name }) =>
  ['plain', 'object streams', 'libreoffice-archive.pdf', 'a form'].includes(name),
)
const finished = [{ name: 'set here', bytes: agreement }, ...sources.map(({ name, bytes }) => ({ name, bytes }))]

/** Verifies a sealed document with parts of the verifier. Returns the content of each timestamp. */
async function verify(bytes: Uint8Array, { seal, time }: Installation = installation) {
  const read = await readSealedDocument(bytes)
  const timeRoots = [readCertificate(rootOf(time))]
  const sealed = await checkSeal(read.seal.der, {
    digest: await read.seal.digest(),
    sealRoots: [readCertificate(rootOf(seal))],
    timeRoots,
  })
  const stamps = read.archives.flatMap(({ stamp }) => stamp ?? [])
  const times = await Promise.all(
    stamps.map(async ({ der, digest }) => checkToken(der, { imprint: await digest(), roots: timeRoots })),
  )
  const proofs =
    read.archives[0] && (await findProofs([sealed.chain, sealed.token.chain], read.archives[0].crls, sealed.token.at))
  if (proofs) expect(read.archives[0]).toMatchObject(proofs)
  return {
    evidence: new TextDecoder().decode(read.seal.evidence),
    serials: [sealed.token, ...times].map(({ serial }) => serial),
  }
}

it.each(finished)(
  'a document that is $name is sealed at B-LT and B-LTA, and every validator accepts it',
  async ({ bytes }) => {
    const pdf = await finishPdf(Buffer.from(bytes), null)
    for (const level of ['B-LT', 'B-LTA'] as const) {
      const sealed = await tools.seal(requestOf(pdf, installation, level))
      expect(findObjections(sealed.bytes, rootOf(installation.seal))).toEqual([])
      expect(await verify(sealed.bytes)).toMatchObject({ serials: level === 'B-LT' ? [42n] : [42n, 43n] })
    }
  },
)

it('openssl accepts the timestamp over a whole B-LTA document', async () => {
  const { bytes } = await tools.seal(requestOf(agreement, installation, 'B-LTA'))
  const last = findSignatures(bytes).at(-1)
  expect(last).toMatchObject({ kind: 'ETSI.RFC3161', end: bytes.length })
  expect(last && judgeToken(last.der, last.covered, rootOf(installation.time))).toContain('Verification: OK')
})

it('an independent strict parser finds nothing that PAdES forbids', async () => {
  const attributes = [oids.contentType, oids.messageDigest, oids.signingCertificateV2].join(' ')
  const { bytes } = await tools.seal(requestOf(agreement, installation, 'B-LTA'))
  expect(readStrictly(bytes)).toBe(`${oids.data} ${attributes}\n${oids.tstInfo} ${attributes}\nexit 0`)
})

it('a sealed document keeps its archive claim, its tags, and the places of its fields in them', async () => {
  const { bytes } = await tools.seal(requestOf(agreement, installation, 'B-LTA'))
  expect(Buffer.from(bytes).includes('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')).toBe(
    true,
  )
  const tree = ask('pdfinfo', ['-struct', 'a.pdf'], { 'a.pdf': bytes })
  expect(tree).toMatch(/\n {2}Sect\n {4}Form\n {6}Object \d+ 0\n {4}Form\n {6}Object \d+ 0\n/)
})

it('an RSA seal can be B-LTA too', async () => {
  const rsa = await newInstallation('rsa-3072')
  const { bytes } = await tools.seal(requestOf(agreement, rsa, 'B-LTA'))
  expect(findObjections(bytes, rootOf(rsa.seal))).toEqual([])
  expect(await verify(bytes, rsa)).toMatchObject({ serials: [42n, 43n] })
})

it('a B-LTA document gets one timestamp after another, and all stay valid', async () => {
  let { bytes } = await tools.seal(requestOf(agreement, installation, 'B-LTA'))
  const authorities = [builtIn(installation.time)]
  const { crls } = installation.time
  for (let round = 1; round <= 3; round++) {
    const at = new Date(now.getTime() + round * 86_400_000)
    const next = await tools.refresh({ pdf: bytes, timeRoots: [rootOf(installation.time)], crls, authorities, at })
    expect(next).toMatchObject({ stampedAt: at, authority: 'built-in' })
    bytes = next.bytes
  }
  expect(findObjections(bytes, rootOf(installation.seal))).toEqual([])
  expect(await verify(bytes)).toMatchObject({ serials: [42n, 43n, 42n, 43n, 44n] })
})

it('a document of a lower level gets no more timestamps', async () => {
  const { bytes } = await tools.seal(requestOf(agreement, installation, 'B-LT'))
  const { chain, crls } = installation.time
  const request = { pdf: bytes, timeRoots: chain, crls, authorities: [builtIn(installation.time)], at: now }
  await expect(tools.refresh(request)).rejects.toMatchObject({ code: 'not_sealed' })
})

it('without an authority’s revocation list, nothing is sealed at B-LT, and the rehearsal says so', async () => {
  const request = requestOf(agreement, { ...installation, seal: { ...installation.seal, crls: [] } }, 'B-LT')
  await expect(tools.seal(request)).rejects.toMatchObject({ code: 'revocation_missing' })
  await expect(tools.rehearse(request)).rejects.toMatchObject({ code: 'revocation_missing' })
  await expect(tools.rehearse({ ...request, level: 'B-T' })).resolves.toBeUndefined()
})

it('evidence with another level than the seal is refused', async () => {
  const request = { ...requestOf(agreement, installation, 'B-LTA'), level: 'B-T' as const }
  await expect(tools.seal(request)).rejects.toMatchObject({ code: 'evidence_level' })
})

it('a changed byte in the seal, the proofs or a timestamp is detected', async () => {
  const { bytes } = await tools.seal(requestOf(agreement, installation, 'B-LTA'))
  const { start } = await readSealedDocument(bytes)
  const flips = fc.asyncProperty(fc.nat(bytes.length - start - 1), fc.nat(7), async (at, bit) => {
    const changed = Uint8Array.from(bytes)
    changed[start + at] = (changed[start + at] ?? 0) ^ (1 << bit)
    await expect(verify(changed)).rejects.toThrow()
  })
  await fc.assert(flips, { numRuns: 150 })
})

it('a key of another certificate seals nothing', async () => {
  const other = await newIdentity('seal')
  const request = requestOf(agreement, { ...installation, seal: { ...installation.seal, key: other.key } })
  await expect(tools.seal(request)).rejects.toMatchObject({ code: 'key_mismatch' })
})

it.each([
  ['rsa-3072', 'where its worker is', ['stamp', 'stamp']],
  ['ec-p256', 'at once', []],
] as const)(
  'the built-in authority with %s stamps %s: the seal, and what is over all',
  async (algorithm, _, wanted) => {
    const signed = { ...installation, time: await newIdentity('time', algorithm) }
    const done: string[] = []
    const work = async (job: SealJob) => {
      done.push(job.kind)
      return doSealJob(structuredClone(job))
    }
    const request = requestOf(agreement, signed, 'B-LTA')
    const authorities = stampBeside(work, request.authorities)
    const { bytes } = await sealDocument({ send: nobody, prepare: prepareSeal }, { ...request, authorities })
    expect(done).toEqual(wanted)
    expect(await verify(bytes, signed)).toMatchObject({ serials: [42n, 43n] })
  },
)
