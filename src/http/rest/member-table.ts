import { type Static, type TProperties, type TSchema, Type } from 'typebox'
import { formatId, type Id, type IdKind } from '../../core/ids.ts'
import { checkerOf } from '../checks.ts'
import { readId } from './endpoint.ts'
import { text, textOrNull, time, timeOrNull } from './members.ts'
import type { Version } from './versions/index.ts'

/**
 * One member of a resource, under core's name. `Core` is its type in core's records, `Read` the type that core takes. A
 * table of members makes the schemas, readers and presenters; these make OpenAPI, clients and older versions.
 */
export type Member<Core = never, Read = unknown> = Told & {
  /** Its schema in a request. */
  given?: TSchema
  /** Makes core's form of a checked value. */
  read(value: unknown): Read
  /** Its schema in a reply. */
  shown?: TSchema
  show?: (value: Core) => unknown
}

/** The options of a member of any kind. */
type Told = {
  /** The name on the wire. By default, the name in core in snake case. */
  wire?: string
  /** The version that introduced the member. */
  since?: Version
}

/** The members that show records of a type. */
export type Members<Source> = { readonly [Name in keyof Source]?: Member<Source[Name]> }

type Table = Readonly<Record<string, Member>>
type Wire = Record<string, unknown>
type Given = { given: TSchema }

/** A member of requests in core's form. */
export function given<S extends TSchema>(schema: S, told: Told = {}): Member<unknown, Static<S>> & Given {
  return { ...told, given: schema, read: readerOf(schema) }
}

/** A member of requests in another form than core's. */
export function givenAs<S extends TSchema, Read>(
  schema: S,
  read: (value: Static<S>) => Read,
  told: Told = {},
): Member<unknown, Read> & Given {
  const check = readerOf(schema)
  return { ...told, given: schema, read: (value) => read(check(value)) }
}

/** An id in requests. A malformed id gets the answer of an unknown id. */
export function givenId(kind: IdKind, about: string, told: Told = {}): Member<unknown, Id> & Given {
  return givenAs(Type.String({ maxLength: 100, description: about }), (id) => readId(kind, id), told)
}

/** A member of replies in core's form. */
export function shown<S extends TSchema>(schema: S, told: Told = {}): Member<Static<S>, never> {
  return shownAs(schema, asIs<Static<S>>, told)
}

/** A member of replies in another form than core's. */
export function shownAs<Core>(schema: TSchema, show: (value: Core) => unknown, told: Told = {}): Member<Core, never> {
  return { ...told, shown: schema, show, read: refuse }
}

/** A moment: unix milliseconds. */
export const moment = (about: string, told: Told = {}) => shownAs(time(about), (at: Date) => at.getTime(), told)

/** A moment, or null before that moment. */
export const momentOrNull = (about: string, told: Told = {}) =>
  shownAs(timeOrNull(about), (at: Date | null) => at?.getTime() ?? null, told)

type ToldOfId = Told & { example?: string }

/** The public id of a thing. */
export const publicId = (kind: IdKind, about: string, { example, ...told }: ToldOfId = {}) =>
  shownAs(text(about, example), (id: Id) => formatId(kind, id), told)

/** The public id of a thing, or null without one. */
export const publicIdOrNull = (kind: IdKind, about: string, told: Told = {}) =>
  shownAs(textOrNull(about), (id: Id | null) => id && formatId(kind, id), told)

/** A member of requests and replies with one schema, in core's form. */
export const both = <S extends TSchema>(schema: S, told: Told = {}) => join(given(schema, told), shown(schema, told))

/** A member with different forms in requests and replies. */
export function join<Core, Read>(
  given: Member<unknown, Read> & Given,
  shown: Member<Core, never>,
): Member<Core, Read> & Given {
  return { ...shown, ...given }
}

/** The given members: their schemas, and the reader of a checked body under core's names. */
type Request<Read, Needed extends keyof Read> = {
  members: TProperties
  read(body: object): Partial<Read> & Pick<Read, Needed>
}

type ReadOf<T extends Table> = {
  [Name in keyof T as T[Name] extends Given ? Name : never]: ReturnType<T[Name]['read']>
}

/** The members that a request may give; it must give those that are `needed`. */
export function request<T extends Table, Needed extends keyof ReadOf<T> & string = never>(
  table: T,
  needed: readonly Needed[] = [],
): Request<ReadOf<T>, Needed> {
  const isNeeded = (name: string) => needed.some((one) => one === name)
  const parts = Object.entries(table).flatMap(([name, member]) =>
    member.given ? [{ name, wire: wireName(name, member), schema: member.given, read: member.read }] : [],
  )
  const isWhole = (found: Partial<ReadOf<T>>): found is Partial<ReadOf<T>> & Pick<ReadOf<T>, Needed> =>
    needed.every((name) => Object.hasOwn(found, name))
  return {
    members: Object.fromEntries(
      parts.map(({ name, wire, schema }) => [wire, isNeeded(name) ? schema : Type.Optional(schema)]),
    ),
    read(body) {
      const found: Partial<ReadOf<T>> = {}
      for (const { name, wire, read } of parts) {
        const value: unknown = Reflect.get(body, wire)
        if (value !== undefined) Object.assign(found, { [name]: read(value) })
      }
      if (isWhole(found)) return found
      throw new Error('A checked body lacks a member.')
    },
  }
}

/** The members of a reply. */
export function replyMembers(table: Table): TProperties {
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, member]) => (member.shown ? [[wireName(name, member), member.shown]] : [])),
  )
}

type Part<Source> = { name: keyof Source; wire: string; isAsIs: boolean; show(value: Source[keyof Source]): unknown }

/** Makes the presenter of a record. It looks nothing up for each record, because lists show very many records. */
export function presenter<Source>(table: Members<Source>): (source: Source) => Wire {
  const parts: Part<Source>[] = []
  for (const name in table) {
    const member = table[name]
    const show = member?.show
    if (show) parts.push({ name, wire: wireName(name, member), isAsIs: show === asIs, show })
  }
  return (source) => {
    const reply: Wire = {}
    for (const { name, wire, isAsIs, show } of parts) {
      const value = source[name]
      reply[wire] = isAsIs ? value : show(value)
    }
    return reply
  }
}

/** Core's names of given members whose wire name is not core's name in snake case. */
export function otherNames(table: Table): Record<string, string> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, { wire, given }]) => (wire === undefined || !given ? [] : [[name, wire]])),
  )
}

/** The members, by wire name, that a version introduced. */
export function namesSince(version: Version, table: Table): string[] {
  return Object.entries(table).flatMap(([name, member]) => (member.since === version ? [wireName(name, member)] : []))
}

function readerOf<S extends TSchema>(schema: S): (value: unknown) => Static<S> {
  const isOfSchema = checkerOf(schema)
  return (value) => {
    if (isOfSchema(value)) return value
    throw new Error('A checked value is not of its schema.')
  }
}

function asIs<T>(value: T): T {
  return value
}

function refuse(): never {
  throw new Error('A member that is only shown was given.')
}

function wireName(name: string, { wire }: { wire?: string }): string {
  return wire ?? name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
