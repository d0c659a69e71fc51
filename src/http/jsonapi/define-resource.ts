import type { Context } from '../../core/context.ts'
import type { Id } from '../../core/ids.ts'
import type { Attribute, Write } from './attributes.ts'
import type { CoreRecord, Relationship, Resource, Using, Values } from './resource.ts'

type Attributes = Readonly<Record<string, Attribute>>
type Relationships = Readonly<Record<string, Relationship>>

/**
 * A resource as its file declares it. The verbs take the given values under core's names, with the types of the
 * attributes.
 */
type Declaration<A extends Attributes, R extends Relationships> = Omit<Resource, 'create' | 'update'> & {
  attributes: A
  relationships: R
  create?(ctx: Context, given: Created<A, R>, using: Using): Promise<CoreRecord>
  update?(ctx: Context, id: Id, given: Changed<A, R>, using: Using): Promise<CoreRecord>
}

type Options<Member> = Member extends { options: infer O } ? NonNullable<O> : never
type Is<Member, Told> = Options<Member> extends Told ? true : false
type OnCreate = { write: Extract<Write, 'create' | 'always'> }
type OnUpdate = { write: Extract<Write, 'update' | 'always'> }
type OrNull<Member, Value> = Is<Member, { nullable: true }> extends true ? Value | null : Value

// Core's name of a member, if the member declares one.
type AttributeKey<Name, Member, Told> =
  Is<Member, Told> extends true ? (Options<Member> extends { of: infer Of extends string } ? Of : Name) : never
type RelationshipKey<Member, Told> =
  Is<Member, Told> extends true ? (Member extends { key: infer Key extends string } ? Key : never) : never

type Given<A extends Attributes, R extends Relationships, Told> = {
  [Name in keyof A as AttributeKey<Name, A[Name], Told>]: OrNull<A[Name], ReturnType<A[Name]['read']>>
} & { [Name in keyof R as RelationshipKey<R[Name], Told>]: OrNull<R[Name], Id> }

type Changed<A extends Attributes, R extends Relationships> = Partial<Given<A, R, OnUpdate>>
type Created<A extends Attributes, R extends Relationships> = Partial<Given<A, R, OnCreate>> &
  Given<A, R, OnCreate & { required: true }>

/** Makes a resource from its declaration, with the reader of given values. */
export function defineResource<const A extends Attributes, const R extends Relationships>({
  create,
  update,
  ...declared
}: Declaration<A, R>): Resource {
  const readers = readersOf(declared)
  const needed = readers.flatMap(({ key, required }) => (required ? [key] : []))
  const isWhole = (given: Partial<Given<A, R, OnCreate>>): given is Created<A, R> =>
    needed.every((key) => Object.hasOwn(given, key))
  return {
    ...declared,
    ...(create && {
      create(ctx, values, using) {
        const given: Partial<Given<A, R, OnCreate>> = {}
        readInto(given, values, readers)
        if (!isWhole(given)) throw new Error('A checked resource lacks a member.')
        return create(ctx, given, using)
      },
    }),
    ...(update && {
      update(ctx, id, values, using) {
        const given: Changed<A, R> = {}
        readInto(given, values, readers)
        return update(ctx, id, given, using)
      },
    }),
  }
}

type Reader = { key: string; required: boolean; read: (value: unknown) => unknown }

function readersOf({ attributes, relationships }: Pick<Resource, 'attributes' | 'relationships'>): Reader[] {
  const readId = (value: unknown) => value
  return [
    ...Object.entries(attributes).flatMap(([name, { of: key = name, required, write, read }]) =>
      write === 'never' ? [] : [{ key, required, read }],
    ),
    ...Object.values(relationships).flatMap((to) =>
      to.many || to.write === 'never' ? [] : [{ key: to.key, required: to.required, read: readId }],
    ),
  ]
}

// The earlier check has refused values that a client may not give now.
function readInto(given: object, values: Values, readers: readonly Reader[]): void {
  for (const { key, read } of readers) {
    const value = values.get(key)
    if (value !== undefined) Object.assign(given, { [key]: value === null ? null : read(value) })
  }
}
