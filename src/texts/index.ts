import * as en from './en.ts'
import * as fr from './fr.ts'
import { type Letter, plainSpeech, type Speech } from './speech.ts'

export type { CharacterKind, DetailName, Failures, HealthWord, NamedCharacter, Speech } from './speech.ts'

/** All that is said to people, by language and code. English is what the others are held to. */
export const texts = { en, fr }

export type Language = keyof typeof texts

/** Whether a word is the name of a language that we speak. */
export function isLanguage(word: string): word is Language {
  return Object.hasOwn(texts, word)
}

type ParamsOf<Say> = Say extends (...given: infer Given) => string
  ? Given extends [infer Params, ...unknown[]]
    ? Params
    : undefined
  : never

/** What can be wrong with a value. */
export type FaultCode = keyof typeof en.faults
/** What the sentence of a fault is made with; undefined when it needs nothing. */
export type FaultParams<Code extends FaultCode> = ParamsOf<(typeof en.faults)[Code]>

/** Why something cannot be done. */
export type ErrorSaying = keyof typeof en.errors
/** What the sentence of an error is made with; undefined when it needs nothing. */
export type ErrorParams<Code extends ErrorSaying> = ParamsOf<(typeof en.errors)[Code]>

/** What is mailed. */
export type LetterCode = keyof typeof en.letters
/** What a mail is written with. */
export type LetterParams<Code extends LetterCode> = Parameters<(typeof en.letters)[Code]>[0]

/** What can be wrong with the shape of a request. */
export type ShapeCode = keyof typeof en.shapes
type ShapeParams<Code extends ShapeCode> = ParamsOf<(typeof en.shapes)[Code]>

/** What is wrong with the shape of a request, in words. Only APIs are asked so, and they speak English. */
export function sayShape<Code extends ShapeCode>(
  code: Code,
  ...[params]: [ShapeParams<Code>] extends [undefined] ? [] : [params: ShapeParams<Code>]
): string {
  return sayIn(texts.en.shapes, code, params ?? {}, plainSpeech)
}

/** A fault in words. `speech` says days, numbers and the thing at fault as the reader does. */
export function sayFault(
  { code, params }: { code: FaultCode; params: object },
  language: Language = 'en',
  speech: Speech = plainSpeech,
): string {
  return sayIn(texts[language].faults, code, params, speech)
}

/** An error in words; without a code, as whoever threw it said it. */
export function sayError(error: { said: Said | null; message: string }, language: Language = 'en'): string {
  const { said, message } = error
  return said ? sayIn(texts[language].errors, said.code, said.params, plainSpeech) : message
}

/** The sentence of an error, by its code, with what it is made with. */
export type Said = { code: ErrorSaying; params: object }

/** A mail as people get it, in plain text. */
export type WrittenMail = { to: readonly string[]; subject: string; text: string }

/** A mail in words. */
export function writeMail(mail: {
  to: readonly string[]
  letter: LetterCode
  params: object
  language: Language
}): WrittenMail {
  const letters: object = texts[mail.language].letters
  const write: (params: object) => Letter = Reflect.get(letters, mail.letter)
  const { subject, lines } = write(mail.params)
  return { to: mail.to, subject, text: lines.join('\n') }
}

// Faults and errors are made by functions of core, which hold the values to the code.
function sayIn(sayings: object, code: string, params: object, speech: Speech): string {
  const say: (params: object, speech: Speech) => string = Reflect.get(sayings, code)
  return say(params, speech)
}

export { plainSpeech } from './speech.ts'
