import type { FaultCode, FaultParams } from '../../../texts/index.ts'
import type { Fault } from '../../errors.ts'
import type { FinishedField, Mark } from '../document/index.ts'
import type { Automatic } from './automatic.ts'
import type { FileWord } from './file.ts'
import type { Condition } from './shown.ts'

/** The options that an author may give a field. Each type accepts some of them. */
export type FieldOptions = {
  maxLength?: number
  minLength?: number
  /** An RE2 pattern that the whole text must match, and a description of it for people. */
  pattern?: string
  patternWords?: string
  multiline?: boolean
  /** A number, or a day as `YYYY-MM-DD`. */
  min?: number | string
  max?: number | string
  decimals?: number
  choices?: string[]
  display?: 'radio' | 'dropdown'
  /** The accepted types of files, and their greatest size. */
  accept?: FileWord[]
  maxMegabytes?: number
  /** The condition for showing the field. Without it, the field is always shown. */
  showIf?: Condition
  /** The name of the metadata that fills the field at first. By default it is the field's key. */
  prefill?: string
  /** Whether the signer cannot change the sender's value. */
  fixed?: boolean
}

/** The place of a field on a PDF: the page from 1, and fractions of the visible page from its upper left corner. */
type FieldPlace = { page?: number; x?: number; y?: number; width?: number; height?: number }

export type OptionName = keyof FieldOptions

/** The members that a field of any type has. `role` is the key of the signer role that fills it in. */
export type Blank = { key: string; role: string; label: string; required: boolean } & FieldOptions & FieldPlace

/** A fault of a required field; its sentence needs no params. */
type RequiredCode = {
  [Code in FaultCode & ('required' | `required_${string}`)]: [FaultParams<Code>] extends [undefined] ? Code : never
}[FaultCode & ('required' | `required_${string}`)]

/** What a field needs to know when the document is finished. */
export type Finishing = { language: string; mark: Mark | null }

/** The rules of a field type. Values are stored as text; an empty text means that the field was left empty. */
export type FieldKind = {
  about: string
  options: readonly OptionName[]
  /** The size on a PDF in points, when a placeholder gives only its position. */
  size: { width: number; height: number }
  /** What fills the field in: the signer, the signature, or the record of the signer. */
  filledBy: 'signer' | 'mark' | 'record'
  /** The value of a field that the record fills in. */
  derive?(known: Automatic): string
  /** Whether the label stays beside the field in the finished document. */
  keepsLabel: boolean
  /** The fault of a required field that was left empty. */
  required: RequiredCode
  /** The faults of the options, by option name. */
  findOptionFaults(blank: Blank): Fault[]
  /** Turns typed text into the stored value. `locale` says how the signer writes numbers and days. */
  read(typed: string, blank: Blank, locale: string): string
  /** The faults of a value that is not empty. `path` is its place in the request. */
  findFaults(path: readonly string[], value: string, blank: Blank): Fault[]
  /** The greatest number of characters that a value takes in the document. */
  greatestLength(blank: Blank): number
  finish(value: string, blank: Blank, finishing: Finishing): FinishedField
}
