import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findSignatures, toPem } from '../../src/adapters/seal/judges.fixture.ts'
import { refreshSeal } from '../../src/adapters/seal/refresh.ts'
import { sealDocument } from '../../src/adapters/seal/seal.ts'
import { builtIn, type Installation, newIdentity, nobody } from '../../src/adapters/seal/stage.fixture.ts'
import { canonicalJson } from '../../src/core/canonical-json.ts'
import type { EvidenceFile } from '../../src/core/evidence/format.ts'
import { type KeyAlgorithm, readTrust } from '../../src/core/evidence/index.ts'
import { readAttributes, readSigned } from '../../verifier/asn1/cms.ts'
import { oids } from '../../verifier/asn1/oids.ts'
import { database } from '../support/organization.ts'
import { around } from '../verifier/documents.ts'
import { kinds, type Unsealed } from './kinds.ts'

/** A sealed document, the chains of its seal, and its evidence. */
type Judged = {
  kind: string
  level: Combination['level']
  pdf: Uint8Array
  bytes: Uint8Array
  installation: Installation
  evidence: EvidenceFile
  trust: string
}

const algorithms: readonly KeyAlgorithm[] = ['ec-p256', 'rsa-3072']
const levels = ['B-T', 'B-LT', 'B-LTA', 'refreshed'] as const
export const combinations = levels.flatMap((level) => algorithms.map((algorithm) => ({ level, algorithm })))
type Combination = (typeof combinations)[number]

const minuteAgo = new Date(Date.now() - 60_000)

/**
 * A document of each kind of submission, and one of each level and kind of key. `all` crosses them.
 */
export async function sealEach({ all = false } = {}): Promise<Judged[]> {
  const installations = new Map<KeyAlgorithm, Installation>()
  for (const one of algorithms) {
    const [seal, time] = [await newIdentity('seal', one, minuteAgo), await newIdentity('time', one, minuteAgo)]
    installations.set(one, { seal, time })
  }
  const made: [string, Unsealed][] = []
  for (const [kind, make] of Object.entries(kinds)) made.push([kind, await make()])
  const chosen = all
    ? made.flatMap((one) => combinations.map((combination) => ({ one, combination })))
    : combinations.flatMap((combination, at) =>
        made
          .slice(at % made.length)
          .slice(0, 1)
          .map((one) => ({ one, combination })),
      )
  const judged: Judged[] = []
  for (const {
    one: [kind, parts],
    combination,
  } of chosen) {
    const installation = installations.get(combination.algorithm)
    if (installation) judged.push(await sealOne(kind, parts, combination, installation))
  }
  return judged
}

async function sealOne(
  kind: string,
  { pdf, evidence: told }: Unsealed,
  { level: wanted }: Combination,
  installation: Installation,
): Promise<Judged> {
  const level = wanted === 'refreshed' ? 'B-LTA' : wanted
  const { seal, time } = installation
  const evidence: EvidenceFile = { ...JSON.parse(Buffer.from(told).toString()), level }
  const request = { pdf, evidence: Buffer.from(canonicalJson(evidence)), level, identity: seal }
  const authorities = [builtIn(time)]
  const words = { name: evidence.organization.name, reason: 'Signed by all', at: new Date() }
  const { bytes } = await sealDocument(around, { ...request, ...words, authorities })
  const trust = await trustOf(installation)
  const judged = { kind, level: wanted, pdf, installation, evidence, trust }
  if (wanted !== 'refreshed') return { ...judged, bytes }
  const at = new Date(Date.now() + 30 * 86_400_000)
  const more = { timeRoots: time.chain.slice(-1), crls: time.crls, authorities, at }
  return { ...judged, bytes: (await refreshSeal(nobody, { pdf: bytes, ...more })).bytes }
}

async function trustOf({ seal, time }: Installation): Promise<string> {
  const settings = { timestampRoots: [], witnesses: { witnesses: [], quorum: 0 } }
  const trust = await readTrust(database.system, 'https://sign.example.com', settings)
  const rootsOf = (chain: readonly Uint8Array[]) => chain.slice(-1).map((one) => toPem(one))
  return JSON.stringify({ ...trust, seal_roots: rootsOf(seal.chain), timestamp_roots: rootsOf(time.chain) })
}

/** Writes the documents, and each of their signatures with its covered bytes, into a new folder. */
export function layOut(documents: readonly Judged[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'sealane-judges-'))
  for (const [at, { bytes, installation }] of documents.entries()) {
    writeFileSync(join(folder, `${at}.pdf`), bytes)
    for (const [which, one] of findSignatures(bytes).entries()) {
      const isSeal = one.kind === 'ETSI.CAdES.detached'
      const name = `${at}.${which}.${isSeal ? 'seal' : 'time'}`
      writeFileSync(join(folder, name), one.der)
      writeFileSync(join(folder, `${name}.data`), one.covered)
      if (!isSeal) continue
      const { signature, unsignedAttributes } = readSigned(one.der)
      const token = readAttributes(unsignedAttributes).get(oids.timestampToken)?.bytes ?? new Uint8Array()
      writeFileSync(join(folder, `${at}.${which}.stamp.time`), token)
      writeFileSync(join(folder, `${at}.${which}.stamp.time.data`), signature)
    }
    const { seal, time } = installation
    writeFileSync(join(folder, `${at}.seal.root`), toPem(seal.chain.at(-1) ?? new Uint8Array()))
    writeFileSync(join(folder, `${at}.time.root`), toPem(time.chain.at(-1) ?? new Uint8Array()))
  }
  return folder
}

/** The output of a shell script about the files of a folder. */
export function ask(folder: string, script: string): string {
  const { stdout, stderr, error } = spawnSync('sh', ['-c', `${script}`], { cwd: folder, encoding: 'utf8' })
  if (error) throw error
  return `${stdout}${stderr}`
}
