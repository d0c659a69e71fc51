import type { Handle } from '../../db/index.ts'
import { listLogKeys } from './keys.ts'
import { writeVerifier } from './note.ts'

/** What a verifier needs to believe what this installation signs. */
export type Trust = {
  version: 1
  origin: string
  seal_roots: string[]
  timestamp_roots: string[]
  logs: { origin: string; keys: { vkey: string; from: string; until: string | null }[] }[]
  witnesses: { name: string; vkey: string }[]
  quorum: number
}

/**
 * The trust file: the keys of every log of this installation. It names no roots of seals yet, because nothing is sealed
 * yet. Runs on the system handle.
 */
export async function readTrust(db: Handle, origin: string): Promise<Trust> {
  const keys = await listLogKeys(db)
  const logs = await db.selectFrom('evidence_logs').select('origin').orderBy('origin').execute()
  const named = logs.map((log) => ({
    origin: log.origin,
    keys: keys.map(({ publicKey, from, until }) => ({
      vkey: writeVerifier({ name: log.origin, publicKey }),
      from: from.toISOString(),
      until: until?.toISOString() ?? null,
    })),
  }))
  return { version: 1, origin, seal_roots: [], timestamp_roots: [], logs: named, witnesses: [], quorum: 0 }
}
