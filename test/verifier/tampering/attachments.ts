import { writeSealRevision } from '../../../src/adapters/seal/increment.ts'
import { prepareSeal } from '../../../src/adapters/seal/prepare.ts'
import { signDigest } from '../../../src/adapters/seal/sign.ts'
import { builtIn, type Installation, nobody } from '../../../src/adapters/seal/stage.fixture.ts'
import { concat, encodeText, hashOf } from '../../../verifier/asn1/index.ts'
import { newWorld, sealedAt, toBytes } from '../../../verifier/evidence/world.fixture.ts'
import { layout } from '../../../verifier/pdf/layout.ts'
import { findNewest, readRevision } from '../../../verifier/pdf/read-revision.ts'
import { fillRoom, writeSignedRevision } from '../../../verifier/pdf/revision.ts'
import { dict, isDict, isName, name, type PdfObject, type PdfValue, ref, text } from '../../../verifier/pdf/values.ts'
import { type Source, trustBefore } from '../documents.ts'
import type { Case, Target } from './case.ts'

type Entries = Map<string, PdfValue>
/** The change of an object in the seal's revision. Returns additional objects. */
type Change = (entries: Entries, first: number, next: number) => PdfObject[] | undefined
type Place = 'catalog' | keyof typeof layout

const namesOf = (first: number, ...keys: string[]) =>
  dict({ EmbeddedFiles: dict({ Names: keys.flatMap((key): PdfValue[] => [text(key), ref(first + layout.fileSpec)]) }) })
const other = (next: number): PdfObject[] => [
  { number: next, value: dict({ Type: name('EmbeddedFile'), Length: 2 }), stream: encodeText('{}') },
]
const set =
  (key: string, value: (first: number, next: number) => PdfValue, more?: (next: number) => PdfObject[]): Change =>
  (entries, first, next) => {
    entries.set(key, value(first, next))
    return more?.(next)
  }

/**
 * Ways in which a holder of the key can attach the evidence so that people extract another file than the verified one.
 */
export const attachedOtherwise: Readonly<Record<string, readonly [Place, Change]>> = {
  'under two names': ['catalog', set('Names', (first) => namesOf(first, 'copy.json', 'evidence.json'))],
  'under another name': ['catalog', set('Names', (first) => namesOf(first, 'proof.json'))],
  'under no name': ['catalog', set('Names', () => dict({ EmbeddedFiles: dict({ Names: [] }) }))],
  'without names': ['catalog', (entries) => void entries.delete('Names')],
  'under its name twice': ['catalog', set('Names', (first) => namesOf(first, 'evidence.json', 'evidence.json'))],
  'in two trees of names': [
    'catalog',
    set('Names', (first) => {
      const pair = [text('evidence.json'), ref(first + layout.fileSpec)]
      return dict({ EmbeddedFiles: dict({ Names: pair, Kids: [dict({ Names: pair })] }) })
    }),
  ],
  'in names out of order': [
    'catalog',
    set('Names', (first) =>
      dict({ EmbeddedFiles: dict({ Names: [text('z'), null, text('evidence.json'), ref(first + layout.fileSpec)] }) }),
    ),
  ],
  'twice as an associated file': [
    'catalog',
    set('AF', (first) => [ref(first + layout.fileSpec), ref(first + layout.fileSpec)]),
  ],
  'with another relation': ['fileSpec', set('AFRelationship', () => name('Alternative'))],
  'with no relation': ['fileSpec', (entries) => void entries.delete('AFRelationship')],
  'called something else': ['fileSpec', set('UF', () => text('other.json'))],
  'with another file for some readers': [
    'fileSpec',
    set('EF', (first, next) => dict({ F: ref(next), UF: ref(first + layout.file) }), other),
  ],
  'with a file for one more system': [
    'fileSpec',
    set(
      'EF',
      (first, next) => dict({ F: ref(first + layout.file), UF: ref(first + layout.file), Unix: ref(next) }),
      other,
    ),
  ],
  'with a related file': ['fileSpec', set('RF', (_first, next) => dict({ F: [text('a'), ref(next)] }), other)],
  'through a filter': ['file', set('Filter', () => name('ASCIIHexDecode'))],
  'as another kind of file': ['file', set('Subtype', () => name('text/html'))],
}

const room = 16_384

/** Seals with the installation's own key, after a change to the revision of the seal. */
export async function sealChanged(
  source: Source,
  installation: Installation,
  [place, change]: readonly [Place, Change],
): Promise<Omit<Case, 'kind'>> {
  const world = await newWorld({ level: 'B-T' })
  const words = { at: sealedAt, name: 'Acme', reason: 'forged' }
  const prepared = await prepareSeal({ pdf: source.pdf, evidence: toBytes(world.file), words, isProved: false })
  const base = prepared.base ?? source.pdf
  const written = writeSealRevision(prepared.draft, null, room).bytes
  const { revision, holeAt, digest } = await changeRevision(base, written, place, change)
  const asked = { identity: installation.seal, authorities: [builtIn(installation.time)], at: sealedAt }
  const { cms } = await signDigest(nobody, digest, asked)
  const bytes = concat([base, revision])
  fillRoom(bytes, holeAt, room, cms)
  return { bytes, trust: trustBefore(world, installation) }
}

async function changeRevision(base: Uint8Array, written: Uint8Array, place: Place, change: Change) {
  const bytes = concat([base, written])
  const { before, objects, after } = readRevision(bytes, findNewest(bytes))
  const seal = [...objects.values()].find(({ value }) => isDict(value) && isName(value.get('Type'), 'Sig'))
  const first = seal?.number ?? 0
  const target = place === 'catalog' ? before.root.number : first + layout[place]
  const added: PdfObject[] = []
  const all = [...objects.values()].flatMap((one) => {
    if (one.number === first) return []
    if (one.number !== target || !isDict(one.value)) return [one]
    const value = new Map(one.value)
    added.push(...(change(value, first, after.size + 5) ?? []))
    return [{ ...one, value }]
  })
  const signature = isDict(seal?.value) ? [...seal.value] : []
  const id = (await hashOf(base)).subarray(0, 16)
  const revision = writeSignedRevision(before, id, room, [...all, ...added], (contents, byteRange) => ({
    number: first,
    value: new Map([...signature, ['ByteRange', byteRange], ['Contents', contents]]),
  }))
  const [, gap, resume] = revision.byteRange
  const whole = concat([base, revision.bytes])
  const digest = await hashOf(concat([whole.subarray(0, gap), whole.subarray(resume)]))
  return { revision: revision.bytes, holeAt: revision.holeAt, digest }
}

/** Documents whose evidence is attached in these ways, sealed with the installation's own key. */
export async function* attachments(source: Source, { installation }: Target): AsyncGenerator<Case> {
  for (const [kind, change] of Object.entries(attachedOtherwise))
    yield { kind: `attached: ${kind}`, ...(await sealChanged(source, installation, change)) }
}
