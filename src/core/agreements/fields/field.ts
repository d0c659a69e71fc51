import type { Fault } from '../../errors.ts'
import type { FinishedField, Mark } from '../document/index.ts'
import type { FileWord } from './file.ts'
import type { Condition } from './shown.ts'

/** What an author may say of a blank besides what every blank has. Each type takes some of these. */
export type FieldOptions = {
  maxLength?: number
  minLength?: number
  /** What a text must be whole, as a regular expression of RE2, and in words for people. */
  pattern?: string
  patternWords?: string
  multiline?: boolean
  /** A number, or a day as `YYYY-MM-DD`. */
  min?: number | string
  max?: number | string
  decimals?: number
  choices?: string[]
  display?: 'radio' | 'dropdown'
  /** The types of files that are taken, and how large they may be. */
  accept?: FileWord[]
  maxMegabytes?: number
  /** When it is shown; always, unless said. */
  showIf?: Condition
  /** The name of the metadata that it begins with; that of its key, unless said. */
  prefill?: string
  /** Whether what the sender has filled in stays as it is. */
  fixed?: boolean
}

/** Where a blank stands on a PDF: a page from 1, and fractions of it as it is seen, from its upper left corner. */
export type FieldPlace = { page?: number; x?: number; y?: number; width?: number; height?: number }

export type OptionName = keyof FieldOptions

/** A blank of the agreement, whatever its type. `role` is the key of the signer role that fills it in. */
export type Blank = { key: string; role: string; label: string; required: boolean } & FieldOptions & FieldPlace

export type RequiredCode =
  | 'required'
  | 'required_box'
  | 'required_choice'
  | 'required_day'
  | 'required_file'
  | 'required_initials'
  | 'required_number'
  | 'required_signature'

/** What is known when a document is finished. */
export type Finishing = { language: string; mark: Mark | null }

/** All that a type of blank means. Values are kept as text; an empty text is a blank that was left. */
export type FieldKind = {
  about: string
  options: readonly OptionName[]
  /** Whether the signer fills it in by itself, or the signature stands for it. */
  filledBy: 'signer' | 'mark'
  /** Whether its label stays beside it in the finished document. */
  keepsLabel: boolean
  /** The fault of a required one that is left. */
  required: RequiredCode
  /** The faults of its options, by their names. */
  findOptionFaults(blank: Blank): Fault[]
  /** What a signer typed, in the form that is kept. `locale` says how they write numbers and days. */
  read(typed: string, blank: Blank, locale: string): string
  /** The broken rules of a value that is not empty. `path` is where it stands. */
  findFaults(path: readonly string[], value: string, blank: Blank): Fault[]
  /** The most characters that a value has where the document shows it. */
  greatestLength(blank: Blank): number
  finish(value: string, blank: Blank, finishing: Finishing): FinishedField
}
