export type Waker = {
  /** Ends the present wait, or else the next one at once. */
  wake(): void
  /** Waits for a wake, at most `ms`. A wake since the last wait counts. */
  wait(ms: number): Promise<void>
}

/** Lets one loop wait for several causes without missing any. */
export function createWaker(): Waker {
  let woken = false
  let end: (() => void) | undefined
  return {
    wake() {
      woken = true
      end?.()
    },
    async wait(ms) {
      if (!woken) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          end = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      end = undefined
      woken = false
    },
  }
}
