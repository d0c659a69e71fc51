import { fault, invalid } from '../../core/errors.ts'
import type { Parameter } from '../../core/submissions/index.ts'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads the parameters of an address, in their order. A percent sign without a code means itself. Throws
 * `validation_failed` for bytes that are not a text.
 */
export function readQuery(url: string): Parameter[] {
  const start = url.indexOf('?')
  if (start < 0) return []
  const [query = ''] = url.slice(start + 1).split('#')
  return query.split('&').filter(Boolean).map(readPair)
}

/** Writes parameters as a query that readQuery can read. */
export function writeQuery(parameters: readonly Parameter[]): string {
  return new URLSearchParams([...parameters]).toString()
}

function readPair(pair: string): Parameter {
  const at = pair.indexOf('=')
  const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
  const shown = decode(name)
  if (shown === null) throw invalid([fault(['metadata'], 'utf8_name')])
  const read = decode(value)
  if (read === null) throw invalid([fault(['metadata'], 'utf8_value', { name: shown })])
  return [shown, read]
}

/** The text of one name or value; null when its bytes are not UTF-8. */
function decode(coded: string): string | null {
  const bytes: number[] = []
  for (let at = 0; at < coded.length; at++) {
    const code = coded.charCodeAt(at)
    const hex = code === 0x25 ? /^[\da-f]{2}/i.exec(coded.slice(at + 1, at + 3))?.[0] : undefined
    if (hex) at += 2
    bytes.push(hex ? Number.parseInt(hex, 16) : code === 0x2b ? 0x20 : code)
  }
  try {
    return strict.decode(Uint8Array.from(bytes))
  } catch {
    return null
  }
}
