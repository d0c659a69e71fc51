import { sayShape } from '../texts/index.ts'

/** A text of at most so many letters; what is longer ends in `…`. It never ends in half a character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text
  const kept = text.slice(0, most - 1)
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`
}

/** The first of some faults that together make a reply of no more than about 100 KB, however they are escaped in it. */
export function fitInReply<T extends object>(faults: readonly T[]): T[] {
  let left = 100_000
  return faults.filter((fault) => {
    left -= JSON.stringify(fault).length
    return left > 0
  })
}

/** What an answer of an API says last when it does not tell every fault. */
export function tellUntold(untold: number): string {
  return sayShape('untold', { untold })
}
