import type { ReasonCode } from './disproved.ts'
import type { LimitCode } from './story/limits.ts'
import { en, type Words } from './words/en.ts'
import { fr } from './words/fr/index.ts'

export type { Words } from './words/en.ts'

/** The languages of the verifier. */
export const languages = { en, fr } as const
export type Language = keyof typeof languages

type Values = Readonly<Record<string, string | null>>

/** Fills values into a sentence. An unknown value gets a word for "unknown". */
export function fill(sentence: string, values: Values, words: Words): string {
  return sentence.replace(/\{(\w+)\}/g, (_all, name: string) => toPlain(values[name] ?? words.labels.unknown))
}

/** Replaces characters that could move a terminal's cursor or reverse the reading order. */
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

/** The sentence of a row's action; the name of an unknown action. */
export function sayAction(action: string, values: Values, words: Words): string {
  const sentences: Readonly<Record<string, string>> = words.actions
  const sentence = Object.hasOwn(sentences, action) ? sentences[action] : undefined
  return fill(sentence ?? words.actions.other, { ...values, action }, words)
}

/** The words for the sender of a document, by the kind of the actor. */
export function saySender(kind: string, words: Words): string {
  const senders: Readonly<Record<string, string>> = words.senders
  return (Object.hasOwn(senders, kind) ? senders[kind] : undefined) ?? words.senders.system
}
