/** How a sentence says what is not words: the thing that it is about, and days and numbers in the reader's own form. */
export type Speech = {
  /** The thing that is at fault, at the beginning of a sentence. */
  what?: string
  day(day: string): string
  number(value: string | number): string
}

/** Days and numbers as programs write them. */
export const plainSpeech: Speech = { day: (day) => day, number: String }

/** Kinds of characters that cannot be kept or printed. */
export type CharacterKind =
  | 'nul'
  | 'control'
  | 'bidi_override'
  | 'non_character'
  | 'lone_surrogate'
  | 'private'
  | 'letter'

/** Groups of what a check needs to know of a person. */
export type DetailName = 'legalName' | 'dateOfBirth' | 'ssn' | 'address' | 'driverLicence' | 'contact'

/** A character as a sentence names it. */
export type NamedCharacter = { kind: CharacterKind; letter: string; code: string }

/** The texts that an agreement's author is told the line of. */
export type AtLine = { line: number }

/** A noun of the code as words. */
export function nounWords(noun: string): string {
  return String(noun).replaceAll('_', ' ')
}

/** A mail: what stands in its subject, and its lines. */
export type Letter = { subject: string; lines: readonly string[] }

/** How a webhook does, when somebody is told. */
export type HealthWord = 'failing' | 'warned' | 'disabled' | 'recovered'

/** What is told of deliveries that fail. Moments are RFC 3339; `excerpt` is quoted. */
export type Failures = {
  cause: { code: string; params: object } | null
  count: number
  since: string | null
  waiting: number
  next: string | null
  excerpt: readonly string[]
}

/** A sentence by its code. Whoever gives a code is held to its values by the type of the code. */
export function sayBy(
  sayings: object,
  { code, params }: { code: string; params: object },
  speech = plainSpeech,
): string {
  const say: (params: object, speech: Speech) => string = Reflect.get(sayings, code)
  return say(params, speech)
}

/** How a resource comes to be linked: a part of a sentence, by its code. */
export type Linking = { code: string; params: object }
