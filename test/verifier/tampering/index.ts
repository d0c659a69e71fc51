import type { SealedSample, Source } from '../documents.ts'
import { attachments } from './attachments.ts'
import { aimAt, type Case, type Random, type Target } from './case.ts'
import { forgedContent } from './content.ts'
import { editedEvidence, forgedEvidence } from './evidence.ts'
import { everyByte, flips } from './flips.ts'
import { revisions } from './revisions.ts'
import { signatures } from './signatures.ts'
import { wrapping } from './wrapping.ts'

export { seeded } from './case.ts'

type Amount = {
  /** The number of changed bits and letters in each document. */
  flips: number
  /** The distance between changes in the smallest document, in bytes; 0 for none. */
  step: number
}

/** Every kind of tampering with these documents. The source is also sealed with other keys and other evidence. */
export async function* tamper(
  samples: readonly SealedSample[],
  source: Source,
  random: Random,
  amount: Amount,
): AsyncGenerator<Case> {
  const targets: Target[] = []
  for (const sample of samples) targets.push(await aimAt(sample))
  for (const [index, target] of targets.entries()) {
    const other = targets.find((one) => one !== target && one.installation === target.installation) ?? target
    yield* flips(target, random, amount.flips)
    yield* editedEvidence(target, random, amount.flips)
    yield* revisions(target)
    yield* wrapping(target, other)
    if (index < 2) {
      yield* signatures(target, other, source)
      if (index === 0) {
        yield* forgedEvidence(source, target)
        yield* attachments(source, target)
        yield* forgedContent(source, target)
      }
    }
  }
  const [smallest] = [...targets].sort((a, b) => a.bytes.length - b.bytes.length)
  if (smallest && amount.step > 0) yield* everyByte(smallest, random, amount.step)
}
