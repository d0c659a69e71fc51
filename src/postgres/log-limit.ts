import { open } from 'node:fs/promises'
import { unless } from './errors.ts'

const limits = { bytes: 10 * 1024 * 1024, kept: 1024 * 1024, everyMs: 10_000 }

/**
 * Keeps the log small while the server runs: a log above the limit is cut to its last lines. PostgreSQL appends to the
 * open file, so lines that it writes during the cut may be lost.
 */
export function limitLog(path: string, { bytes, kept, everyMs } = limits): { stop(): void } {
  const timer = setInterval(() => {
    // A full disk, or a missing log, is reported elsewhere.
    cutLog(path, bytes, kept).catch(() => {})
  }, everyMs).unref()
  return { stop: () => clearInterval(timer) }
}

/** Cuts a log above `limit` bytes down to its last lines, `kept` bytes at most. */
export async function cutLog(path: string, limit: number = limits.bytes, kept: number = limits.kept): Promise<void> {
  const file = await unless(['ENOENT'], open(path, 'r+'))
  if (!file) return
  try {
    const { size } = await file.stat()
    if (size <= limit) return
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(kept), position: size - kept })
    const end = buffer.subarray(buffer.indexOf('\n') + 1, bytesRead)
    await file.truncate(0)
    await file.write(end, 0, end.length, 0)
  } finally {
    await file.close()
  }
}
