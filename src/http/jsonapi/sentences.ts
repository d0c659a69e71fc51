import { Type } from 'typebox'
import type { Sentence } from '../../texts/index.ts'
import { cutText } from '../cut.ts'

// The limits of a value in a sentence.
const longest = 300
const mostElements = 100
const deepest = 3

/** The members by which a client can say a sentence in its own language. */
export const shownSentence = {
  sentence: Type.String({ description: 'The name of the sentence, which never changes, such as faults.max_length.' }),
  values: Type.Record(Type.String(), Type.Unknown(), { description: 'What it is made with.' }),
}

/** The reason of a failed attempt, for a client that says it in its own language. */
export const shownReason = Type.Object(shownSentence)

/** The reason of a kept failure. */
export function showReason(error: { code: string; params: object } | null) {
  return error && showSentence({ section: 'attempts', ...error })
}

/** A sentence by its name and values, without the value that the client sent and knows. */
export function showSentence({ section, code, params }: Sentence): { sentence: string; values: object } {
  const { value: _, ...values } = Object.fromEntries(Object.entries(params))
  return { sentence: `${section}.${code}`, values: Object(cutValue(values)) }
}

// Values come from a request, so they can have any length.
function cutValue(value: unknown, level = 0): unknown {
  if (typeof value === 'string') return cutText(value, longest)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (level >= deepest) return null
  if (Array.isArray(value)) return value.slice(0, mostElements).map((one) => cutValue(one, level + 1))
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cutValue(one, level + 1)]))
}
