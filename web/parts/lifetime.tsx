import { useWords } from '../app/language.tsx'
import { parts as en } from '../texts/en/parts.ts'
import { parts as fr } from '../texts/fr/parts.ts'
import { useNow } from './clock.ts'
import { StatusBadge } from './status-badge.tsx'
import { Time } from './time.tsx'

const dayMs = 86_400_000

/** The last use of a key or a token, with a mark after 30 days without use. */
export function LastUse({ of: { lastUsedAt, createdAt } }: { of: { lastUsedAt: string | null; createdAt: string } }) {
  const say = useWords({ en, fr }).lifetime
  const isUnused = useNow() - Date.parse(lastUsedAt ?? createdAt) > 30 * dayMs
  return (
    <>
      <Time at={lastUsedAt} never={say.neverUsed} /> {isUnused && <StatusBadge tone="warn">{say.unused}</StatusBadge>}
    </>
  )
}

/** The end of a key or a token, with a mark within its last two weeks. */
export function Expiry({ of: { expiresAt } }: { of: { expiresAt: string | null } }) {
  const say = useWords({ en, fr }).lifetime
  const left = Date.parse(expiresAt ?? '') - useNow()
  return (
    <>
      <Time at={expiresAt} never={say.neverExpires} />{' '}
      {left <= 0 && <StatusBadge tone="bad">{say.expired}</StatusBadge>}
      {left > 0 && left < 14 * dayMs && <StatusBadge tone="warn">{say.expiresSoon}</StatusBadge>}
    </>
  )
}

/** The end of a chosen day in the person's zone; null without one. */
export function endOfDay(day: string): string | null {
  return day === '' ? null : new Date(`${day}T23:59:59`).toISOString()
}
