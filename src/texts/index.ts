import { catalogue, type Explained } from './api/catalogue.ts'
import { mends } from './api/mends.ts'
import { titles } from './api/titles.ts'
import { readme as english } from './en/document.ts'
import * as en from './en.ts'
import { readme as french } from './fr/document.ts'
import * as fr from './fr.ts'
import { type Letter, type Linking, plainSpeech, type Speech, sayBy } from './speech.ts'

export type { CatalogueCode, Explained } from './api/catalogue.ts'
export { aboutSealReason, type SealReason, sealReasonCodes } from './en/seal-reasons.ts'
export type { CharacterKind, Failures, Linking, NamedCharacter } from './speech.ts'

/** All texts for people, by language and code. Every other language must have the codes of English. */
export const texts = { en, fr }

export type Language = keyof typeof texts

/** Whether a word is a supported language. */
export function isLanguage(word: string): word is Language {
  return Object.hasOwn(texts, word)
}

type ParamsOf<Say> = Say extends (...given: infer Given) => string
  ? Given extends [infer Params, ...unknown[]]
    ? Params
    : undefined
  : never

export type FaultCode = keyof typeof en.faults
/** The params of a fault's sentence; undefined when it needs none. */
export type FaultParams<Code extends FaultCode> = ParamsOf<(typeof en.faults)[Code]>

type EnglishErrors = typeof en.errors & typeof en.refusals

export type ErrorSaying = keyof EnglishErrors
/** The params of an error's sentence; undefined when it needs none. */
export type ErrorParams<Code extends ErrorSaying> = ParamsOf<EnglishErrors[Code]>

export type LetterCode = keyof typeof en.letters
export type LetterParams<Code extends LetterCode> = Parameters<(typeof en.letters)[Code]>[0]

type ShapeCode = keyof typeof en.shapes
type ShapeParams<Code extends ShapeCode> = ParamsOf<(typeof en.shapes)[Code]>
type GivenShape<Code extends ShapeCode> = [ShapeParams<Code>] extends [undefined] ? [] : [params: ShapeParams<Code>]

/** A sentence by its section and code, with its params. Each reader gets it in their own language. */
export type Sentence = {
  section: 'attempts' | 'errors' | 'faults' | 'findings' | 'refusals' | 'shapes'
  code: string
  params: object
}

/** The text of a sentence. */
export function saySentence({ section, code, params }: Sentence, language: Language = 'en'): string {
  return sayBy(texts[language][section], { code, params })
}

/** The sentence of a fault in a request's shape. */
export function aboutShape<Code extends ShapeCode>(code: Code, ...[params]: GivenShape<Code>): Sentence {
  return { section: 'shapes', code, params: params ?? {} }
}

export function aboutFault({ code, params }: { code: FaultCode; params: object }): Sentence {
  return { section: 'faults', code, params }
}

export function aboutError({ code, params }: Said): Sentence {
  return { section: code in en.refusals ? 'refusals' : 'errors', code, params }
}

/** The text about a bundle, in every language: who gets it may read any. */
export const bundleReadme: string = [english, french].join('\n')

export type MisfitCode = keyof typeof en.misfits
/** The params of what does not fit; undefined when it needs none. */
export type MisfitParams<Code extends MisfitCode> = ParamsOf<(typeof en.misfits)[Code]>

/** What does not fit the trail, as the end of a sentence about the thing. English, for the shell. */
export function sayMisfit({ code, params }: { code: MisfitCode; params: object }): string {
  return sayBy(en.misfits, { code, params })
}

type FindingCode = keyof typeof en.findings
type FindingParams<Code extends FindingCode> = ParamsOf<(typeof en.findings)[Code]>

/** What doctor has found of one thing. */
export function found<Code extends FindingCode>(
  code: Code,
  ...[params]: [FindingParams<Code>] extends [undefined] ? [] : [params: FindingParams<Code>]
): Sentence {
  return { section: 'findings', code, params: params ?? {} }
}

/** The text of a fault in a request's shape, in English, because only APIs use it. */
export function sayShape<Code extends ShapeCode>(code: Code, ...given: GivenShape<Code>): string {
  return saySentence(aboutShape(code, ...given))
}

/** The text of a fault. `speech` formats days, numbers and the name of the faulty thing for the reader. */
export function sayFault(
  { code, params }: { code: FaultCode; params: object },
  language: Language = 'en',
  speech: Speech = plainSpeech,
): string {
  return sayBy(texts[language].faults, { code, params }, speech)
}

/** How a resource is linked in the JSON:API dialect, as a part of a sentence. */
export function linked(code: keyof typeof en.linking, params: object = {}): Linking {
  return { code, params }
}

export type MendCode = keyof typeof mends

/** The remedy for an error of the JSON:API dialect; empty for an unknown code. */
export function sayMend(code: string): string {
  const known: Readonly<Record<string, string>> = mends
  return known[code] ?? ''
}

/** The title of an error of the JSON:API dialect, by status. `phrase` is the status phrase of HTTP. */
export function sayTitle(status: number, phrase = 'Error'): string {
  return titles[status] ?? `${phrase}.`
}

/** The texts of an error of the REST dialect, by number. Throws for an unknown number. */
export function explainEntry(code: number): Explained {
  const explained = catalogue[code]
  if (!explained) throw new Error(`src/texts explains no error ${code}.`)
  return explained
}

type AttemptCode = keyof typeof en.attempts
type AttemptParams<Code extends AttemptCode> = ParamsOf<(typeof en.attempts)[Code]>

/** Why an attempt to deliver failed: a code, and the params of its sentence. */
export type AttemptError = {
  [Code in AttemptCode]: {
    code: Code
    params: [AttemptParams<Code>] extends [undefined] ? Record<string, never> : AttemptParams<Code>
  }
}[AttemptCode]

/** The text of a failed attempt. */
export function sayAttempt(error: { code: string; params: object }, language: Language = 'en'): string {
  return sayBy(texts[language].attempts, error)
}

/** The text of an error. */
export function tell(said: Said, language: Language = 'en'): string {
  return saySentence(aboutError(said), language)
}

/** The text of an error. An error without a sentence has a message that lists its faults, for the log. */
export function sayError(error: { said: Said | null; message: string }, language: Language = 'en'): string {
  return error.said ? tell(error.said, language) : error.message
}

/** The code of an error's sentence, with its params. */
export type Said = { code: ErrorSaying; params: object }

/** The text of a stored error code, which says why something stopped. */
export function sayTrouble({ code, params }: { code: string; params: object }, language: Language = 'en'): string {
  return sayBy(texts[language].errors, { code, params })
}

/** A mail in plain text. */
export type WrittenMail = { to: readonly string[]; subject: string; text: string }

/** Writes a mail in its language. */
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
