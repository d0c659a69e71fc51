import type { ReasonCode } from './disproved.ts'
import type { LimitCode } from './story/limits.ts'
import { en, type Words } from './words/en.ts'
import { fr } from './words/fr/index.ts'

export type { Words } from './words/en.ts'

/** The languages that the verifier speaks. */
export const languages = { en, fr } as const
export type Language = keyof typeof languages

type Values = Readonly<Record<string, string | null>>

/** A sentence with its values in their places; what is not known is said to be so. */
export function fill(sentence: string, values: Values, words: Words): string {
  return sentence.replace(/\{(\w+)\}/g, (_all, name: string) => toPlain(values[name] ?? words.labels.unknown))
}

/** What people wrote must not move the cursor of a terminal, nor turn the order of what is read. */
export function toPlain(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\ufffd')
}

export function sayReason(code: ReasonCode, values: Values, words: Words): string {
  const sentences: Readonly<Record<ReasonCode, string>> = words.reasons
  return fill(sentences[code], values, words)
}

export function sayLimit(code: LimitCode, values: Values, words: Words): string {
  const sentences: Readonly<Record<LimitCode, string>> = words.limits
  return fill(sentences[code], values, words)
}

/** What happened in a row; of an action that is not known, its name. */
export function sayAction(action: string, values: Values, words: Words): string {
  const sentences: Readonly<Record<string, string>> = words.actions
  const sentence = Object.hasOwn(sentences, action) ? sentences[action] : undefined
  return fill(sentence ?? words.actions.other, { ...values, action }, words)
}

/** Who has sent a document, by the kind of the actor. */
export function saySender(kind: string, words: Words): string {
  const senders: Readonly<Record<string, string>> = words.senders
  return (Object.hasOwn(senders, kind) ? senders[kind] : undefined) ?? words.senders.system
}
