import { setAgreement } from '../../src/adapters/pdf/agreement.ts'
import { nameProducer } from '../../src/adapters/pdf/producer.ts'
import { sample } from '../../src/adapters/pdf/sample.fixture.ts'
import { typeset } from '../../src/adapters/pdf/typst.ts'
import { taken } from '../../src/adapters/pdf-source/corpus.fixture.ts'
import { finishPdf } from '../../src/adapters/pdf-source/finish.ts'
import { prepareSeal } from '../../src/adapters/seal/prepare.ts'
import { refreshSeal } from '../../src/adapters/seal/refresh.ts'
import { sealDocument } from '../../src/adapters/seal/seal.ts'
import { builtIn, type Installation, newInstallation, nobody } from '../../src/adapters/seal/stage.fixture.ts'
import type { KeyAlgorithm, SealLevel, SealRequest, TimeAuthority } from '../../src/core/evidence/index.ts'
import type { Send } from '../../src/core/webhooks/index.ts'
import {
  type Logged,
  logContent,
  newWorld,
  sealedAt,
  toBytes,
  type World,
} from '../../verifier/evidence/world.fixture.ts'

/** A source to seal: set by Typst, or a foreign PDF. */
export type Source = { name: string; pdf: Uint8Array }

export type SealedSample = {
  name: string
  level: SealLevel
  world: World
  bytes: Uint8Array
  trust: string
  installation: Installation
}

export const levels: readonly SealLevel[] = ['B-T', 'B-LT', 'B-LTA']
const algorithms: readonly KeyAlgorithm[] = ['ec-p256', 'rsa-3072']

export async function typstSource(): Promise<Source> {
  return { name: 'typst', pdf: nameProducer(await typeset(setAgreement(sample()))) }
}

/** Foreign PDFs, finished as the product finishes them: the whole corpus, or those with these names. */
export async function foreignSources(...names: string[]): Promise<Source[]> {
  const chosen = taken.filter(({ name }) => names.length === 0 || names.includes(name))
  return Promise.all(chosen.map(async ({ name, bytes }) => ({ name, pdf: await finishPdf(bytes, null) })))
}

export const newInstallations = (): Promise<Installation[]> =>
  Promise.all(algorithms.map((one) => newInstallation(one)))

export type SealOptions = {
  level: SealLevel
  installation: Installation
  world?: World
  evidence?: Uint8Array
  /**
   * Makes the proof that the content was logged; an honest proof by default. Null for a document from before such
   * proofs.
   */
  prove?: ((logged: Logged, world: World) => Promise<string>) | null
  /** An external authority, and the way to it. Without it, the built-in one. */
  elsewhere?: { authority: TimeAuthority; send: Send }
}

export const around = { send: nobody, prepare: prepareSeal }

/** Seals a source with the evidence of its own trail. */
export async function sealSource(source: Source, options: SealOptions): Promise<SealedSample> {
  const { level, installation, elsewhere, prove = (logged, of) => logContent(of, logged) } = options
  const world = options.world ?? (await newWorld({ level }))
  const evidence = options.evidence ?? toBytes(world.file)
  const request: SealRequest = {
    pdf: source.pdf,
    evidence,
    level,
    identity: installation.seal,
    authorities: [elsewhere?.authority ?? builtIn(installation.time)],
    at: sealedAt,
    name: world.file.organization.name,
    reason: world.file.submission,
    ...(prove && {
      prove: async (contentSha256) => ({
        bytes: Buffer.from(await prove({ contentSha256, evidence }, world)),
        at: sealedAt,
      }),
    }),
  }
  const { bytes } = await sealDocument({ ...around, ...(elsewhere && { send: elsewhere.send }) }, request)
  const trust = prove ? trustOf(world, installation) : trustBefore(world, installation)
  return { name: `${source.name}, ${level}`, level, world, bytes, trust, installation }
}

/** Adds another timestamp to a B-LTA document, a year later. */
export async function refresh({ bytes, installation: { time } }: SealedSample): Promise<Uint8Array> {
  const request = { pdf: bytes, timeRoots: time.chain.slice(-1), crls: time.crls, authorities: [builtIn(time)] }
  return (await refreshSeal(nobody, { ...request, at: new Date(sealedAt.getTime() + 60 * 86_400_000) })).bytes
}

/** The trust file of an installation and its log. */
export function trustOf({ trust }: World, { seal, time }: Installation): string {
  const rootsOf = ({ chain }: Installation['seal']) => chain.slice(-1).map(toPem)
  return JSON.stringify({ ...trust, seal_roots: rootsOf(seal), timestamp_roots: rootsOf(time) })
}

/** The same trust file from before contents were logged. */
export function trustBefore(world: World, installation: Installation): string {
  const { content_from: _, ...before } = world.trust
  return trustOf({ ...world, trust: before }, installation)
}

function toPem(der: Uint8Array): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}
