const rememberedMs = 10 * 60_000

/** Secrets that were right a short time ago, by their keys. */
export type KnownSecrets = {
  has(key: string): boolean
  add(key: string): void
  delete(key: string): void
}

/** Remembers the newest secrets, each for at least five and at most ten minutes. They are still looked up each time. */
export function createKnownSecrets(most = 10_000, now: () => number = Date.now): KnownSecrets {
  const until = new Map<string, number>()
  return {
    has: (key) => (until.get(key) ?? 0) > now(),
    add(key) {
      // Each request with a secret adds it, so the time is renewed only when half of it is over.
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
