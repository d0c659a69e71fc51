import { catalogue, type Explained } from './api/catalogue.ts'
import { mends } from './api/mends.ts'
import { titles } from './api/titles.ts'
import * as en from './en.ts'
import * as fr from './fr.ts'
import { type Letter, type Linking, plainSpeech, type Speech, sayBy } from './speech.ts'

export type { CatalogueCode, Explained } from './api/catalogue.ts'
export type { CharacterKind, DetailName, Failures, HealthWord, Linking, NamedCharacter, Speech } from './speech.ts'

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

type EnglishErrors = typeof en.errors & typeof en.refusals

/** Why something cannot be done. */
export type ErrorSaying = keyof EnglishErrors
/** What the sentence of an error is made with; undefined when it needs nothing. */
export type ErrorParams<Code extends ErrorSaying> = ParamsOf<EnglishErrors[Code]>

/** What is mailed. */
export type LetterCode = keyof typeof en.letters
/** What a mail is written with. */
export type LetterParams<Code extends LetterCode> = Parameters<(typeof en.letters)[Code]>[0]

/** What can be wrong with the shape of a request. */
export type ShapeCode = keyof typeof en.shapes
type ShapeParams<Code extends ShapeCode> = ParamsOf<(typeof en.shapes)[Code]>
type GivenShape<Code extends ShapeCode> = [ShapeParams<Code>] extends [undefined] ? [] : [params: ShapeParams<Code>]

/** A sentence by its section and code, with what it is made with: whoever reads it says it in their own language. */
export type Sentence = {
  section: 'attempts' | 'errors' | 'faults' | 'refusals' | 'shapes'
  code: string
  params: object
}

/** A sentence in words. */
export function saySentence({ section, code, params }: Sentence, language: Language = 'en'): string {
  return sayBy(texts[language][section], { code, params })
}

/** The sentence of what is wrong with the shape of a request. */
export function aboutShape<Code extends ShapeCode>(code: Code, ...[params]: GivenShape<Code>): Sentence {
  return { section: 'shapes', code, params: params ?? {} }
}

/** The sentence of a fault. */
export function aboutFault({ code, params }: { code: FaultCode; params: object }): Sentence {
  return { section: 'faults', code, params }
}

/** The sentence of an error. */
export function aboutError({ code, params }: Said): Sentence {
  return { section: code in en.refusals ? 'refusals' : 'errors', code, params }
}

/** What is wrong with the shape of a request, in words. Only APIs are asked so, and they speak English. */
export function sayShape<Code extends ShapeCode>(code: Code, ...given: GivenShape<Code>): string {
  return saySentence(aboutShape(code, ...given))
}

/** A fault in words. `speech` says days, numbers and the thing at fault as the reader does. */
export function sayFault(
  { code, params }: { code: FaultCode; params: object },
  language: Language = 'en',
  speech: Speech = plainSpeech,
): string {
  return sayBy(texts[language].faults, { code, params }, speech)
}

/** How a resource of the JSON:API dialect comes to be linked, for a sentence that says so. */
export function linked(code: keyof typeof en.linking, params: object = {}): Linking {
  return { code, params }
}

/** The codes of errors of the JSON:API dialect. */
export type MendCode = keyof typeof mends

/** How to mend what an error of the JSON:API dialect says. */
export function sayMend(code: string): string {
  const known: Readonly<Record<string, string>> = mends
  return known[code] ?? ''
}

/** The title of an error of the JSON:API dialect by its status; `phrase` is what HTTP calls the status. */
export function sayTitle(status: number, phrase = 'Error'): string {
  return titles[status] ?? `${phrase}.`
}

/** What the REST dialect says of an error of its catalogue, by its number. */
export function explainEntry(code: number): Explained {
  const explained = catalogue[code]
  if (!explained) throw new Error(`src/texts explains no error ${code}.`)
  return explained
}

type AttemptCode = keyof typeof en.attempts
type AttemptParams<Code extends AttemptCode> = ParamsOf<(typeof en.attempts)[Code]>

/** Why a webhook was not delivered: a code, with what its sentence is made with. */
export type AttemptError = {
  [Code in AttemptCode]: {
    code: Code
    params: [AttemptParams<Code>] extends [undefined] ? Record<string, never> : AttemptParams<Code>
  }
}[AttemptCode]

/** Why a webhook was not delivered, in words. */
export function sayAttempt(error: { code: string; params: object }, language: Language = 'en'): string {
  return sayBy(texts[language].attempts, error)
}

/** Why something cannot be done, in words. */
export function tell(said: Said, language: Language = 'en'): string {
  return saySentence(aboutError(said), language)
}

/** An error in words; one that has no sentence of its own is told by its faults, which its message lists for the log. */
export function sayError(error: { said: Said | null; message: string }, language: Language = 'en'): string {
  return error.said ? tell(error.said, language) : error.message
}

/** The sentence of an error, by its code, with what it is made with. */
export type Said = { code: ErrorSaying; params: object }

/** Why something stopped that was under way, as it is kept: the code of an error. */
export function sayTrouble({ code, params }: { code: string; params: object }, language: Language = 'en'): string {
  return sayBy(texts[language].errors, { code, params })
}

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

export { plainSpeech } from './speech.ts'
