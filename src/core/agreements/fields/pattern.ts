import { RE2JS } from 're2js'
import { type Fault, fault } from '../../errors.ts'

/** The greatest number of characters in a pattern. */
export const longestPattern = 300
/**
 * The greatest number of steps in one compiled pattern, and in all patterns of an agreement. Each letter of a value
 * costs that many steps at most.
 */
export const mostSteps = 1_000
const mostStepsTogether = 5_000

const kept = new Map<string, RE2JS | null>()
const mostKept = 500

/** Whether a pattern matches the whole text. RE2 never backtracks, so the time is linear in the text. */
export function fitsPattern(pattern: string, text: string): boolean {
  return compile(pattern)?.matches(text) ?? true
}

/** The number of steps in a compiled pattern; null for an invalid pattern. */
export function countSteps(pattern: string): number | null {
  return compile(pattern)?.programSize() ?? null
}

/**
 * The fault when all patterns of an agreement together have too many steps. Invalid patterns are reported elsewhere.
 */
export function checkSteps(fields: readonly { pattern?: string }[]): Fault[] {
  const steps = fields.reduce((sum, { pattern }) => sum + (pattern ? (countSteps(pattern) ?? 0) : 0), 0)
  return steps <= mostStepsTogether ? [] : [fault(['fields'], 'patterns_large')]
}

function compile(pattern: string): RE2JS | null {
  const known = kept.get(pattern)
  if (known !== undefined) return known
  const compiled = read(pattern)
  if (kept.size >= mostKept) kept.clear()
  kept.set(pattern, compiled)
  return compiled
}

function read(pattern: string): RE2JS | null {
  try {
    return RE2JS.compile(pattern)
  } catch {
    return null
  }
}
