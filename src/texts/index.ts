import * as en from './en.ts'
import * as fr from './fr.ts'
import { plainSpeech, type Speech } from './speech.ts'

export type { CharacterKind, DetailName, NamedCharacter, Speech } from './speech.ts'

/** All that is said to people, by language and code. English is what the others are held to. */
export const texts = { en, fr }

export type Language = keyof typeof texts

type Sayings = typeof en.faults
/** What can be wrong with a value. */
export type FaultCode = keyof Sayings
/** What the sentence of a fault is made with; undefined when it needs nothing. */
export type FaultParams<Code extends FaultCode> =
  Parameters<Sayings[Code]> extends [infer Params, ...unknown[]] ? Params : undefined

/** A fault in words. `speech` says days, numbers and the thing at fault as the reader does. */
export function sayFault(
  { code, params }: { code: FaultCode; params: object },
  language: Language = 'en',
  speech: Speech = plainSpeech,
): string {
  // A fault is made by `fault()` of core, which holds the values to the code.
  const sayings: object = texts[language].faults
  const say: (params: object, speech: Speech) => string = Reflect.get(sayings, code)
  return say(params, speech)
}

export { plainSpeech } from './speech.ts'
