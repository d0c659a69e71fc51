import { readDay } from '../../days.ts'
import { readNumber } from '../../numbers.ts'
import { readTyped } from '../../read-typed.ts'

// The signing page runs this file too (tools/page-rules.ts), so that it reads typed values as the server does.

/** The members of a field that decide how typed text is read. */
type Readable = { type: string; multiline?: boolean | undefined; choices?: readonly string[] | undefined }

/** Turns typed text into the stored value. `locale` says how numbers and days are written. */
export function readAs({ type, multiline = false, choices = [] }: Readable, typed: string, locale: string): string {
  switch (type) {
    case 'number':
      return readNumber(typed, locale)
    case 'date':
      return readDay(typed, locale)
    case 'checkbox':
      return typed === 'false' ? '' : typed
    case 'choice':
      return choices.includes(typed) ? typed : readTyped(typed)
    default:
      return readTyped(typed, { multiline })
  }
}
