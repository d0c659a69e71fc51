import { createPoster, eachOf, now, type OpenEngine } from '../parts.ts'

/** No queue and no database: the most that this machine can post. */
export const open: OpenEngine = async ({ receiverUrl }) => {
  const poster = createPoster(receiverUrl)
  let filled: [number, number] = [0, 0]
  return {
    async fill(from, count) {
      filled = [from, count]
    },
    async emit(n) {
      const at = now()
      await poster.post(n)
      return at
    },
    start: async () => void eachOf(...filled, 64, (n) => poster.post(n)),
    stop: () => poster.close(),
  }
}
