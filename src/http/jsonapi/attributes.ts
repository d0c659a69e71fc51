import { type Static, type TSchema, Type } from 'typebox'
import type { IdKind } from '../../core/ids.ts'
import { checkerOf } from '../checks.ts'

/** The writes in which a client may give a value: none, the creation, the change, or both. */
export type Write = 'never' | 'create' | 'update' | 'always'

/** The options of an attribute of any kind. */
type Options = {
  /** The name on the core record when it differs from the wire name. */
  of?: string
  nullable?: boolean
  required?: boolean
  write?: Write
  /** A secret, or an address that gives access. Only the reply to the creation shows it. */
  shownOnce?: true
}

/** A schema and its check, which compiles with the first value. */
export type Shape = { schema: TSchema; isOf: (value: unknown) => boolean }

/**
 * An attribute of a resource, declared once: documentation, checks, filters and the reader come from it. `Given` is the
 * type that core takes. `options` keep their literal types, because the types of a write are made from them.
 */
export type Attribute<Given = unknown, Told = object> = {
  kind: 'text' | 'address' | 'enum' | 'texts' | 'integer' | 'boolean' | 'time' | 'reference' | 'json'
  about: string
  options: Told | undefined
  of?: string
  values?: readonly string[]
  /** The most letters of a text, or of each text in a list. */
  max?: number
  /** The most texts of a list. */
  maxItems?: number
  /** The least and the greatest value of a number. */
  range?: readonly [least: number, most: number]
  schema?: TSchema
  /** The shape of a structure or a list of texts that a client gives. */
  shape?: Shape
  /** The schema of a reply that shows only a part. When a client sends that part back, nothing changes. */
  shown?: TSchema
  /** Makes the wire form of a structure, when it differs from core's. */
  as?: (value: unknown) => unknown
  idKind?: IdKind
  nullable: boolean
  required: boolean
  write: Write
  shownOnce?: true
  /**
   * Makes core's form of a checked value other than null. Throws a plain Error on a value that the check should have
   * refused.
   */
  read(value: unknown): Given
}

type None = Record<never, never>
// The compiler refuses an unknown option, although the options are inferred.
type Only<O, Known> = O & Record<Exclude<keyof O, keyof Known>, never>

type TextOptions = Options & Pick<Attribute, 'max'>

/** A text of at most 200 letters by default. */
export const text = <const O extends TextOptions = None>(about: string, options?: Only<O, TextOptions>) =>
  declare('text', about, readText, options, { max: options?.max ?? 200 })

/** An IP address. Filters take a whole address, in any of its forms. */
export const address = <const O extends Options = None>(about: string, options?: Only<O, Options>) =>
  declare('address', about, readText, options)

type IntegerOptions = Options & Pick<Attribute, 'range'>

export const integer = <const O extends IntegerOptions = None>(about: string, options?: Only<O, IntegerOptions>) =>
  declare('integer', about, readNumber, options, options?.range ? { range: options.range } : {})

export const boolean = <const O extends Options = None>(about: string, options?: Only<O, Options>) =>
  declare('boolean', about, readBoolean, options)

/** A moment; on the wire RFC 3339 in UTC with milliseconds. */
export const time = <const O extends Options = None>(about: string, options?: Only<O, Options>) =>
  declare('time', about, readTime, options)

type TextsOptions = Options & Pick<Attribute, 'max' | 'maxItems' | 'values'>

/** A list of at most 100 texts of 320 letters by default. Core judges whether each is one of the values. */
export const texts = <const O extends TextsOptions = None>(about: string, options?: Only<O, TextsOptions>) => {
  const [max, maxItems] = [options?.max ?? 320, options?.maxItems ?? 100]
  const schema = Type.Array(Type.String({ maxLength: max }), { maxItems })
  return declare('texts', about, readTexts, options, {
    max,
    maxItems,
    shape: { schema, isOf: checkerOf(schema) },
    ...(options?.values ? { values: options.values } : {}),
  })
}

/** One of several words. Filters number them from 1 in this order. */
export const word = <const W extends string, const O extends Options = None>(
  values: readonly W[],
  about: string,
  options?: Only<O, Options>,
) => declare('enum', about, (value) => readWord(values, value), options, { values })

/** The id of a thing that is not a resource here, such as a person. */
export const reference = <const O extends Options = None>(idKind: IdKind, about: string, options?: Only<O, Options>) =>
  declare('reference', about, readText, options, { idKind })

/** The public id of a thing of any kind. */
export const anyReference = <const O extends Options = None>(about: string, options?: Only<O, Options>) =>
  declare('reference', about, readText, options)

type JsonOptions = Options & Pick<Attribute, 'shown' | 'as'>

/** A structure. The schema checks what a client gives, and documents it. */
export const json = <S extends TSchema, const O extends JsonOptions = None>(
  schema: S,
  about: string,
  options?: Only<O, JsonOptions>,
) => {
  const isOf = checkerOf(schema)
  return declare('json', about, (value) => readShape(isOf, value), options, {
    schema,
    shape: { schema, isOf },
    ...(options?.shown ? { shown: options.shown } : {}),
    ...(options?.as ? { as: options.as } : {}),
  })
}

function declare<Given, O extends Options>(
  kind: Attribute['kind'],
  about: string,
  read: (value: unknown) => Given,
  options: O | undefined,
  more: Partial<Attribute> = {},
): Attribute<Given, O> {
  const { of, shownOnce, nullable = false, required = false, write = 'never' }: Options = options ?? {}
  const said = { ...(of ? { of } : {}), ...(shownOnce ? { shownOnce } : {}), nullable, required, write }
  return { kind, about, ...said, ...more, options, read }
}

function readText(value: unknown): string {
  if (typeof value === 'string') return value
  throw mismatch('a text')
}

function readNumber(value: unknown): number {
  if (typeof value === 'number') return value
  throw mismatch('a number')
}

function readBoolean(value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw mismatch('a boolean')
}

function readTime(value: unknown): Date {
  if (value instanceof Date) return value
  throw mismatch('a moment')
}

function readWord<W extends string>(words: readonly W[], value: unknown): W {
  const found = words.find((word) => word === value)
  if (found !== undefined) return found
  throw mismatch('one of its words')
}

function readTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(readText)
  throw mismatch('a list of texts')
}

function readShape<S extends TSchema>(isOf: (value: unknown) => value is Static<S>, value: unknown): Static<S> {
  if (isOf(value)) return value
  throw mismatch('of its schema')
}

function mismatch(what: string): Error {
  return new Error(`A checked value is not ${what}.`)
}
