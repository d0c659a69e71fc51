import { aboutShape, type Sentence } from '../texts/index.ts'

/** A text of at most `most` letters. A longer text ends in `…`, and never in half a character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text
  const kept = text.slice(0, most - 1)
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`
}

/** The first faults that fit into a reply of about 100 KB, escapes included. */
export function fitInReply<T extends object>(faults: readonly T[]): T[] {
  let left = 100_000
  return faults.filter((fault) => {
    left -= JSON.stringify(fault).length
    return left > 0
  })
}

/** The sentence that ends an answer with only some of the faults. */
export function aboutUntold(untold: number): Sentence {
  return aboutShape('untold', { untold })
}
