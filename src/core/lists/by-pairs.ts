import { type RawBuilder, sql } from 'kysely'
import type { Term } from './term.ts'

type Condition = (name: string, value: string) => RawBuilder<boolean>

/**
 * A condition for each asked pair of metadata, compared as text. A pair with several values matches by any of them.
 */
export function findByPairs(meet: Condition): (ctx: unknown, asked: Record<string, unknown>) => Term[] {
  return (_, asked) =>
    Object.entries(asked).map(([name, value]) => {
      return { shape: 'metadata', values: [name, value], condition: meet(name, String(value)) }
    })
}

/** A pair in an object of texts and lists of texts, in the form that a jsonb_path_ops index supports. */
export function holdsPair(metadata: RawBuilder<unknown>): Condition {
  return (name, value) => {
    const [one, many] = [value, [value]].map((wanted) => JSON.stringify({ [name]: wanted }))
    return sql`(${metadata} @> ${one}::jsonb or ${metadata} @> ${many}::jsonb)`
  }
}

/** A pair in any object. A number is compared as text. */
export function saysPair(metadata: RawBuilder<unknown>): Condition {
  return (name, value) => sql`(${metadata}->>${name}::text is not distinct from ${value}::text
    or coalesce(${metadata}->${name}::text ? ${value}::text, false))`
}
