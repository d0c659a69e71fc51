import { afterAll, expect, it } from 'vitest'
import { readAttributes, readSigned } from '../../../verifier/asn1/cms.ts'
import { checkSeal, hashOf, readCertificate } from '../../../verifier/asn1/index.ts'
import { oids } from '../../../verifier/asn1/oids.ts'
import { setAgreement } from '../pdf/agreement.ts'
import { nameProducer } from '../pdf/producer.ts'
import { findFaults } from '../pdf/read-pdf.fixture.ts'
import { sample } from '../pdf/sample.fixture.ts'
import { typeset } from '../pdf/typst.ts'
import { taken } from '../pdf-source/corpus.fixture.ts'
import { finishPdf } from '../pdf-source/finish.ts'
import { createSealTools } from './index.ts'
import { ask, findObjections, findSignatures, judgeSeal, judgeToken } from './judges.fixture.ts'
import { type Installation, newInstallation, nobody, requestOf } from './stage.fixture.ts'

const tools = createSealTools({ send: nobody })
afterAll(() => tools.close())

const agreement = nameProducer(await typeset(setAgreement(sample())))
const installation = await newInstallation()

// The rotation and cropping of a page do not matter to a seal, so one such page is enough.
const ways = /^(turned by (180|270|-90)|cropped.+|offset|a box|in user units|without a box|one )/
const documents = taken.filter(({ name }) => !ways.test(name))

const sealWith = async (pdf: Uint8Array, installation: Installation) =>
  (await tools.seal(requestOf(pdf, installation))).bytes
const rootOf = ({ chain }: Installation['seal']) => chain.at(-1) ?? new Uint8Array()

it('every validator accepts a sealed agreement and its timestamp', async () => {
  const sealed = await sealWith(agreement, installation)
  const [found, ...more] = findSignatures(sealed)
  if (!found) throw new Error('Nothing was signed.')
  expect(more).toEqual([])
  expect(found).toMatchObject({ kind: 'ETSI.CAdES.detached', end: sealed.length })
  expect(judgeSeal(found, rootOf(installation.seal))).toContain('CMS Verification successful')
  const { signature, unsignedAttributes } = readSigned(found.der)
  const token = readAttributes(unsignedAttributes).get(oids.timestampToken)?.bytes ?? new Uint8Array()
  expect(judgeToken(token, signature, rootOf(installation.time))).toContain('Verification: OK')
  expect(ask('pdfsig', ['-nocert', 'a.pdf'], { 'a.pdf': sealed })).toMatch(
    /Total document signed[\s\S]*Signature is Valid/,
  )
  expect(await findFaults(sealed)).toBe('')
})

it('the verifier reads the seal, its certificate and its time', async () => {
  const [found] = findSignatures(await sealWith(agreement, installation))
  const seal = await checkSeal(found?.der ?? new Uint8Array(), {
    digest: await hashOf(found?.covered ?? new Uint8Array()),
    sealRoots: [readCertificate(rootOf(installation.seal))],
    timeRoots: [readCertificate(rootOf(installation.time))],
  })
  expect(seal.token).toMatchObject({ at: new Date('2026-11-21T09:42:17Z'), serial: 42n })
})

it('the evidence is an attached file that every reader can extract', async () => {
  const sealed = await sealWith(agreement, installation)
  expect(ask('pdfdetach', ['-list', 'a.pdf'], { 'a.pdf': sealed })).toContain('evidence.json')
  const taken = ask('sh', ['-c', 'pdfdetach -savefile evidence.json a.pdf && cat evidence.json'], { 'a.pdf': sealed })
  expect(taken).toContain('{"format":"sealane-evidence/1","level":"B-T"}')
})

it.each(documents)(
  'the document of a PDF that is $name is sealed, and every validator accepts it',
  async ({ bytes }) => {
    const sealed = await sealWith(await finishPdf(bytes, null), installation)
    expect(findObjections(sealed, rootOf(installation.seal))).toEqual([])
    expect(findSignatures(sealed).at(-1)).toMatchObject({ end: sealed.length })
  },
)
