import { hash } from 'node:crypto'

const rememberedMs = 10 * 60_000

/** Secrets that were right a moment ago, by their hash. */
export type KnownSecrets = {
  has(secret: string): boolean
  add(secret: string): void
  delete(secret: string): void
}

/** Remembers the newest secrets, each for ten minutes. They are still looked up each time. */
export function createKnownSecrets(most = 10_000, now: () => number = Date.now): KnownSecrets {
  const until = new Map<string, number>()
  return {
    has: (secret) => (until.get(digest(secret)) ?? 0) > now(),
    add(secret) {
      const key = digest(secret)
      until.delete(key)
      until.set(key, now() + rememberedMs)
      for (const oldest of until.keys()) {
        if (until.size <= most) return
        until.delete(oldest)
      }
    },
    delete: (secret) => void until.delete(digest(secret)),
  }
}

const digest = (secret: string) => hash('sha256', secret, 'base64url')
