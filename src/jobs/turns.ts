/** Does work when it is its turn. */
export type TakeTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Runs at most `most` pieces of work at once. The others wait in order. */
export function createTurns(most: number): TakeTurn {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running < most) running += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
