import { email, name, signingDate } from './automatic.ts'
import { checkbox } from './checkbox.ts'
import { choice } from './choice.ts'
import { date } from './date.ts'
import type { Blank, FieldKind } from './field.ts'
import { file } from './file.ts'
import { initials } from './initials.ts'
import { number } from './number.ts'
import { signature } from './signature.ts'
import { text } from './text.ts'

/**
 * The field types. A new type needs its own file here, a line in each table below, an input on the signing page, and its
 * words in `src/texts/fields.ts`.
 */
export const fieldTypes = [
  'text',
  'date',
  'checkbox',
  'signature',
  'initials',
  'number',
  'choice',
  'file',
  'name',
  'email',
  'signing_date',
] as const

export type FieldType = (typeof fieldTypes)[number]

export type Field = Blank & { type: FieldType }

export const fieldKinds: Record<FieldType, FieldKind> = {
  text,
  date,
  checkbox,
  signature,
  initials,
  number,
  choice,
  file,
  name,
  email,
  signing_date: signingDate,
}
