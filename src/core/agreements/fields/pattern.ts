import { RE2JS } from 're2js'
import { type Fault, fault } from '../../errors.ts'

/** Letters that a pattern is written with. */
export const longestPattern = 300
/** Steps of a pattern once it is compiled, and those of all patterns of an agreement: what each letter of a value costs. */
export const mostSteps = 1_000
const mostStepsTogether = 5_000

const kept = new Map<string, RE2JS | null>()
const mostKept = 500

/**
 * Whether a text is whole what a pattern says. Patterns are those of RE2, which never looks back, so that no pattern and
 * no text takes longer than their lengths allow.
 */
export function fitsPattern(pattern: string, text: string): boolean {
  return compile(pattern)?.matches(text) ?? true
}

/** The steps of a pattern; null for one that is none. */
export function countSteps(pattern: string): number | null {
  return compile(pattern)?.programSize() ?? null
}

/** The fault of patterns that are together more than a page may cost. Those that are none are told by themselves. */
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
