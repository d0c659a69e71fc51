import type { TSchema } from 'typebox'
import type { IdKind } from '../../core/ids.ts'

/** When a client may give a value: never, when it creates the resource, or then and later. */
export type Write = 'never' | 'create' | 'update' | 'always'

/** An attribute of a resource. `of` is the name on the core record when it differs from the wire name. */
export type Attribute = {
  kind: 'text' | 'enum' | 'texts' | 'integer' | 'boolean' | 'time' | 'reference' | 'json'
  about: string
  of?: string
  values?: readonly string[]
  /** The most letters of a text, or of each in a list of them, where a client gives it. */
  max?: number
  /** The most texts of a list. */
  maxItems?: number
  /** The least and the most that a number may be, where a client gives it. */
  range?: readonly [least: number, most: number]
  schema?: TSchema
  /** The schema as it is read, when not all of it is shown. Given back unchanged, it changes nothing. */
  shown?: TSchema
  /** How a structure looks on the wire, when not as the core keeps it. */
  as?: (value: unknown) => unknown
  idKind?: IdKind
  nullable: boolean
  required: boolean
  write: Write
  /** A secret, or what opens a door: only in the reply to what made it. */
  shownOnce?: true
}

type Options = Partial<Pick<Attribute, 'of' | 'nullable' | 'required' | 'write' | 'shownOnce'>>

/** A text; 200 letters are the most unless said. */
export const text = (about: string, { max = 200, ...options }: Options & { max?: number } = {}): Attribute => ({
  ...attribute('text', about, options),
  max,
})
export const integer = (about: string, { range, ...options }: Options & Pick<Attribute, 'range'> = {}): Attribute => ({
  ...attribute('integer', about, options),
  ...(range ? { range } : {}),
})
export const boolean = (about: string, options: Options = {}): Attribute => attribute('boolean', about, options)

/** A moment; on the wire RFC 3339 in UTC with milliseconds. */
export const time = (about: string, options: Options = {}): Attribute => attribute('time', about, options)

type Listed = { values?: readonly string[]; max?: number; maxItems?: number }

/** A list of texts; with values, each is one of them. 100 of 320 letters are the most unless said. */
export const texts = (
  about: string,
  { values, max = 320, maxItems = 100, ...options }: Options & Listed = {},
): Attribute => ({
  ...attribute('texts', about, options),
  max,
  maxItems,
  ...(values ? { values } : {}),
})

/** One of several words, in the order in which they are numbered from 1 for filters. */
export const word = (values: readonly string[], about: string, options: Options = {}): Attribute => ({
  ...attribute('enum', about, options),
  values,
})

/** The id of a thing that is no resource here, such as a person. */
export const reference = (idKind: IdKind, about: string, options: Options = {}): Attribute => ({
  ...attribute('reference', about, options),
  idKind,
})

/** The public id of a thing of any kind. */
export const anyReference = (about: string, options: Options = {}): Attribute => attribute('reference', about, options)

/** A structure; the schema is checked when a client gives it, and is its documentation. */
export const json = (
  schema: TSchema,
  about: string,
  options: Options & Pick<Attribute, 'shown' | 'as'> = {},
): Attribute => ({
  ...attribute('json', about, options),
  schema,
  ...(options.shown ? { shown: options.shown } : {}),
  ...(options.as ? { as: options.as } : {}),
})

function attribute(kind: Attribute['kind'], about: string, options: Options): Attribute {
  return {
    kind,
    about,
    ...(options.of ? { of: options.of } : {}),
    nullable: options.nullable ?? false,
    required: options.required ?? false,
    write: options.write ?? 'never',
    ...(options.shownOnce ? { shownOnce: true } : {}),
  }
}
