import { expect, test } from 'vitest'
import { writeSealRevision } from '../../src/adapters/seal/increment.ts'
import { prepareSeal } from '../../src/adapters/seal/prepare.ts'
import { signDigest } from '../../src/adapters/seal/sign.ts'
import { builtIn, newInstallation, nobody } from '../../src/adapters/seal/stage.fixture.ts'
import { concat, hashOf, toHex } from '../../verifier/asn1/index.ts'
import { logContent, newWorld, sealedAt, toBytes } from '../../verifier/evidence/world.fixture.ts'
import { hashContent, type SealDraft } from '../../verifier/pdf/content.ts'
import { fillRoom } from '../../verifier/pdf/revision.ts'
import { dict, isDict, name, type PdfValue, ref } from '../../verifier/pdf/values.ts'
import { verify } from '../../verifier/verify.ts'
import { trustOf, typstSource } from './documents.ts'

const [{ pdf }, installation, world] = [await typstSource(), await newInstallation(), await newWorld()]
const words = { at: sealedAt, name: 'Acme', reason: 'forged' }
const evidence = toBytes(world.file)
const { draft } = await prepareSeal({ pdf, evidence, words, isProved: true })
const proof = await logContent(world, { contentSha256: toHex(await hashContent(pdf, draft)), evidence })
const room = 16_384

/**
 * Seals another revision with the installation's own key, with the proof of the true one. Returns the reason of the
 * refusal.
 */
async function seal(changed: SealDraft): Promise<string> {
  const revision = writeSealRevision(changed, { bytes: Buffer.from(proof), at: sealedAt }, room)
  const bytes = concat([pdf, revision.bytes])
  const [, gap, resume] = revision.byteRange
  const digest = await hashOf(concat([bytes.subarray(0, gap), bytes.subarray(resume)]))
  const asked = { identity: installation.seal, authorities: [builtIn(installation.time)], at: sealedAt }
  fillRoom(bytes, revision.holeAt, room, (await signDigest(nobody, digest, asked)).cms)
  const { verdict, reasons } = await verify(bytes, trustOf(world, installation))
  return reasons[0]?.code ?? verdict
}

const put = (number: number, key: string, value: PdfValue): SealDraft => ({
  ...draft,
  objects: draft.objects.map((one) =>
    one.number === number && isDict(one.value) ? { ...one, value: new Map(one.value).set(key, value) } : one,
  ),
})
const before = (change: Partial<SealDraft['before']>): SealDraft => ({
  ...draft,
  before: { ...draft.before, ...change },
})
const add = (number: number): SealDraft => ({
  ...draft,
  objects: [...draft.objects, { number, value: dict({ Type: name('Page') }) }],
})

test.each<[string, SealDraft, string]>([
  ['is the one that was logged', draft, 'proven'],
  ['leads to other pages', put(draft.before.root.number, 'Pages', ref(9_999)), 'content_other'],
  ['has another object', add(draft.first + 50), 'content_other'],
  ['writes an object of the pages anew', add(3), 'content_other'],
  ['has another catalog', before({ root: ref(draft.first) }), 'revision_form'],
  ['goes on from another table', before({ xrefAt: 9 }), 'content_other'],
  ['has other information', before({ info: ref(1) }), 'content_other'],
  ['has another identifier', { ...draft, newId: new Uint8Array(16) }, 'content_other'],
  ['has a table of the other kind', before({ isStream: !draft.before.isStream }), 'content_other'],
  ['claims more objects than there are', before({ size: draft.before.size + 500 }), 'revision_form'],
  ['names somebody else as who sealed', put(draft.first, 'Name', name('Eve')), 'content_other'],
])('a document whose revision of the seal %s is judged by it', async (_what, changed, wanted) => {
  expect(await seal(changed)).toBe(wanted)
})
