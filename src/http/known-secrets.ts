const rememberedMs = 10 * 60_000

/** Secrets that were right a moment ago, by the keys that stand for them. */
export type KnownSecrets = {
  has(key: string): boolean
  add(key: string): void
  delete(key: string): void
}

/** Remembers the newest secrets, each for five minutes or more, and ten at most. They are still looked up each time. */
export function createKnownSecrets(most = 10_000, now: () => number = Date.now): KnownSecrets {
  const until = new Map<string, number>()
  return {
    has: (key) => (until.get(key) ?? 0) > now(),
    add(key) {
      // Each request that brings a secret adds it, so it is written down again only when half of its time is over.
      if ((until.get(key) ?? 0) > now() + rememberedMs / 2) return
      until.delete(key)
      until.set(key, now() + rememberedMs)
      for (const oldest of until.keys()) {
        if (until.size <= most) return
        until.delete(oldest)
      }
    },
    delete: (key) => void until.delete(key),
  }
}
