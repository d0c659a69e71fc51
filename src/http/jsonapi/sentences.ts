import { Type } from 'typebox'
import type { Sentence } from '../../texts/index.ts'
import { cutText } from '../cut.ts'

// As much as a page says of one thing.
const longest = 300
const mostElements = 100
const deepest = 3

/** The members that let a client say a sentence in a language of its own. */
export const shownSentence = {
  sentence: Type.String({ description: 'The name of the sentence, which never changes, such as faults.max_length.' }),
  values: Type.Record(Type.String(), Type.Unknown(), { description: 'What it is made with.' }),
}

/** Why an attempt failed, for a client that says it in a language of its own. */
export const shownReason = Type.Object(shownSentence)

/** The same of a failure that was kept. */
export function showReason(error: { code: string; params: object } | null) {
  return error && showSentence({ section: 'attempts', ...error })
}

/** A sentence by its name and values. What was sent is not among them: whoever sent it knows it. */
export function showSentence({ section, code, params }: Sentence): { sentence: string; values: object } {
  const { value: _, ...values } = Object.fromEntries(Object.entries(params))
  return { sentence: `${section}.${code}`, values: Object(cutValue(values)) }
}

// Values are of a request, so they are as long as whoever sent it likes.
function cutValue(value: unknown, level = 0): unknown {
  if (typeof value === 'string') return cutText(value, longest)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (level >= deepest) return null
  if (Array.isArray(value)) return value.slice(0, mostElements).map((one) => cutValue(one, level + 1))
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cutValue(one, level + 1)]))
}
