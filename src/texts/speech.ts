/** How a sentence formats what is not words: the name of the faulty thing, days and numbers. */
export type Speech = {
  /** The name of the faulty thing, for the beginning of a sentence. */
  what?: string
  day(day: string): string
  number(value: string | number): string
}

/** Days and numbers in the format of programs. */
export const plainSpeech: Speech = { day: (day) => day, number: String }

/** Kinds of characters that cannot be stored or printed. */
export type CharacterKind =
  | 'nul'
  | 'control'
  | 'bidi_override'
  | 'non_character'
  | 'lone_surrogate'
  | 'private'
  | 'letter'

/** Groups of personal details that verifications need. */
export type DetailName = 'legalName' | 'dateOfBirth' | 'ssn' | 'address' | 'driverLicence' | 'contact'

/** A character with its kind and code point, for a sentence. */
export type NamedCharacter = { kind: CharacterKind; letter: string; code: string }

/** The line of the agreement's text that is at fault. */
export type AtLine = { line: number }

/** A noun of the code as words. */
export function nounWords(noun: string): string {
  return String(noun).replaceAll('_', ' ')
}

/** A mail: its subject and its lines. */
export type Letter = { subject: string; lines: readonly string[] }

/** The states of a webhook that are mailed. */
export type HealthWord = 'failing' | 'warned' | 'disabled' | 'recovered'

/** Facts about failing deliveries. Times are RFC 3339; `excerpt` is quoted. */
export type Failures = {
  cause: { code: string; params: object } | null
  count: number
  since: string | null
  waiting: number
  next: string | null
  excerpt: readonly string[]
}

/** Finds a sentence by its code and makes its text. The type of the code guarantees the params. */
export function sayBy(
  sayings: object,
  { code, params }: { code: string; params: object },
  speech = plainSpeech,
): string {
  const say: (params: object, speech: Speech) => string = Reflect.get(sayings, code)
  return say(params, speech)
}

/** How a resource is linked, as a part of a sentence. */
export type Linking = { code: string; params: object }
