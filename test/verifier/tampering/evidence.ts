import { lies } from '../../../verifier/evidence/lies.fixture.ts'
import { newWorld, signHead, toBytes } from '../../../verifier/evidence/world.fixture.ts'
import { type Source, sealSource, trustBefore } from '../documents.ts'
import { type Case, find, type Random, splice, type Target } from './case.ts'

/**
 * Evidence that the operator has rewritten and sealed with the right keys, so that only log and witnesses show it. No
 * proof of the pages is required here, so that nothing else refuses it.
 */
export async function* forgedEvidence(source: Source, { level, installation }: Target): AsyncGenerator<Case> {
  const seal = (world: Awaited<ReturnType<typeof newWorld>>, evidence = toBytes(world.file)) =>
    sealSource(source, { level, installation, world, evidence, prove: null })
  for (const [kind, , lie] of lies) {
    const world = await newWorld({ level, witnesses: 2, quorum: 1 })
    await lie(world)
    const { bytes, trust } = await seal(world)
    yield { kind: `evidence sealed again: ${kind}`, bytes, trust }
  }
  const [world, other] = [await newWorld({ level, witnesses: 1, quorum: 1 }), await newWorld({ level })]
  const trust = trustBefore(world, installation)
  const heads = {
    'the proof of another log': { ...world.file, trail: other.file.trail },
    'the head of another log': headed(world.file, other.file.trail.checkpoint),
    'the head of a log that was rolled back': headed(
      world.file,
      await signHead(world.log, world.witnesses, world.entries.slice(0, 9)),
    ),
    'the head of a log that was written anew': headed(world.file, await signHead(world.log, [], world.entries)),
    'the head of a log without its last leaf': headed(
      world.file,
      await signHead(world.log, world.witnesses, world.entries.slice(0, -1)),
    ),
  }
  for (const [kind, file] of Object.entries(heads)) {
    const { bytes } = await seal(world, toBytes(file))
    yield { kind: `evidence sealed again: ${kind}`, bytes, trust }
  }
  const text = Buffer.from(toBytes(world.file)).toString()
  const doubles = {
    'a member twice': text.replace('{"agreement":', '{"agreement":{},"agreement":'),
    'a level twice': text.replace('"level":', '"level":"B-LTA","level":'),
    'a prototype': text.replace('{"agreement":', '{"__proto__":{},"agreement":'),
  }
  for (const [kind, double] of Object.entries(doubles)) {
    const { bytes } = await seal(world, Buffer.from(double))
    yield { kind: `evidence sealed again: ${kind}`, bytes, trust }
  }
  const loose = { 'white space': ' ', 'a line behind it': '\n' }
  for (const [kind, tail] of Object.entries(loose)) {
    const { bytes } = await seal(world, Buffer.concat([toBytes(world.file), Buffer.from(tail)]))
    yield { kind: `evidence sealed again: ${kind}`, bytes, trust }
  }
}

function headed<F extends { trail: { checkpoint: string } }>(file: F, checkpoint: string): F {
  return { ...file, trail: { ...file.trail, checkpoint } }
}

/** Evidence that is rewritten in its place in the file, without the key of the seal. */
export function* editedEvidence({ bytes, trust, parts }: Target, random: Random, count: number): Generator<Case> {
  const at = find(bytes, '{"agreement":', parts.start)
  const { length } = parts.seal.evidence
  for (let index = 0; index < count; index++) {
    const place = at + random(length)
    const letter = String.fromCharCode(97 + random(26))
    if (bytes[place] !== letter.charCodeAt(0))
      yield { kind: 'evidence edited', bytes: splice(bytes, place, 1, letter), trust }
  }
  for (const [kind, from, to] of [
    ['another name', 'Ada Lovelace', 'Bob Lovelace'],
    ['another address', '203.0.113.9', '203.0.113.8'],
    ['another title', '"Lease"', '"Least"'],
    ['another level', '"level":"B-', '"level":"X-'],
  ] as const)
    yield { kind: `evidence edited: ${kind}`, bytes: splice(bytes, find(bytes, from, at), from.length, to), trust }
}
