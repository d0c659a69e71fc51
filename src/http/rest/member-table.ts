import { type Static, type TProperties, type TSchema, Type } from 'typebox'
import { Check } from 'typebox/value'

/**
 * One member of a resource, under core's name. `given` is its schema in a request, `shown` in a reply; a member may have
 * one of them or both. From a table of these come the schemas, the reader and the presenter, and so OpenAPI, clients and
 * the older versions.
 */
export type Member<Source, Value> = {
  /** Its name on the wire; core's in snake case unless said. */
  wire?: string
  given?: TSchema
  read(value: unknown): Value
  shown?: TSchema
  show?(source: Source): unknown
}

type Table<Source> = Readonly<Record<string, Member<Source, unknown>>>

type Shown<Source> = { wire?: string; shown?: TSchema; show?(source: Source): unknown }

/** A member that a request may give; `shown` and `show` say how a reply has it. Core takes it as it is sent. */
export function given<Source, Given extends TSchema>(
  schema: Given,
  more: Shown<Source> = {},
): Member<Source, Static<Given>> {
  return readAs(schema, (value) => value, more)
}

/** A member that core takes in another form than the wire has. */
export function readAs<Source, Given extends TSchema, Value>(
  schema: Given,
  read: (value: Static<Given>) => Value,
  more: Shown<Source> = {},
): Member<Source, Value> {
  return {
    ...more,
    given: schema,
    read(value) {
      if (Check(schema, value)) return read(value)
      throw new Error('A checked value is not of its schema.')
    },
  }
}

/** A member that only replies have. */
export function shown<Source>(
  schema: TSchema,
  show: (source: Source) => unknown,
  wire?: string,
): Member<Source, never> {
  return {
    shown: schema,
    show,
    read() {
      throw new Error('A member that is only shown was given.')
    },
    ...(wire === undefined ? {} : { wire }),
  }
}

/** The members of a request; all but those that are `needed` may be left out. */
export function requestMembers<Source>(table: Table<Source>, needed: readonly string[] = []): TProperties {
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, member]) => {
      if (!member.given) return []
      return [[wireName(name, member), needed.includes(name) ? member.given : Type.Optional(member.given)]]
    }),
  )
}

/** The members of a reply. */
export function replyMembers<Source>(table: Table<Source>): TProperties {
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, member]) => (member.shown ? [[wireName(name, member), member.shown]] : [])),
  )
}

/** What a body gives of the members, under core's names. */
export function readMembers<Source, T extends Table<Source>>(
  table: T,
  body: object,
): { [Name in keyof T]?: ReturnType<T[Name]['read']> } {
  const found: { [Name in keyof T]?: ReturnType<T[Name]['read']> } = {}
  for (const name in table) {
    const member = table[name]
    const value: unknown = member?.given && Reflect.get(body, wireName(name, member))
    if (member && value !== undefined) Object.assign(found, { [name]: member.read(value) })
  }
  return found
}

/** What shows a record as a reply has it. Lists show very many, so nothing is looked up for each. */
export function presenter<Source>(table: Table<Source>): (source: Source) => Record<string, unknown> {
  const shows = Object.entries(table).flatMap(([name, member]) =>
    member.show ? [{ wire: wireName(name, member), show: member.show }] : [],
  )
  return (source) => {
    const reply: Record<string, unknown> = {}
    for (const { wire, show } of shows) reply[wire] = show(source)
    return reply
  }
}

/** Core's names that the wire has otherwise than in snake case. */
export function otherNames<Source>(table: Table<Source>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, { wire }]) => (wire === undefined ? [] : [[name, wire]])),
  )
}

function wireName<Source>(name: string, { wire }: Member<Source, unknown>): string {
  return wire ?? name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
