import { findForbidden } from '../../core/text.ts'
import { sayFault, sayShape } from '../../texts/index.ts'
import type { ShapeFault } from './shape-fault.ts'

const deepest = 32

// Most texts are plain and need no check of each letter.
const plain = /^[\x20-\x7e]*$/

/**
 * Finds every text with a forbidden character inside a value, also in names of members. Members in `multiline` may have
 * tabs and line ends. Structures deeper than 32 levels are refused, because no body of ours is that deep.
 */
export function findForbiddenIn(value: unknown, multiline: readonly string[], path: string[] = []): ShapeFault[] {
  if (typeof value === 'string') return checkCharacters(value, path, multiline.includes(path[0] ?? ''))
  if (value === null || typeof value !== 'object') return []
  if (path.length >= deepest) return [{ path, rule: 'depth', message: sayShape('depth', { limit: deepest }) }]
  return Object.entries(value).flatMap(([name, member]) => [
    ...checkCharacters(name, path, false),
    ...findForbiddenIn(member, multiline, [...path, name]),
  ])
}

function checkCharacters(text: string, path: string[], multiline: boolean): ShapeFault[] {
  if (plain.test(text)) return []
  const found = findForbidden(text, multiline)
  if (!found) return []
  return [{ path, rule: 'characters', message: sayFault({ code: 'characters', params: found }) }]
}
