import { Type } from 'typebox'
import { sayShape } from '../../texts/index.ts'
import type { ShapeFault } from './shape-fault.ts'

type OrderTerm<Field extends string> = { field: Field; direction: 'asc' | 'desc' }

/** The `order_by` of a list: `field [ASC|DESC]`, separated by commas. `fields` maps the wire names to core's names. */
export function orderQuery(fields: Readonly<Record<string, string>>) {
  return Type.Optional(
    Type.String({
      maxLength: 500,
      default: 'created_at DESC',
      description: `\`field\`, \`field ASC\` or \`field DESC\`, comma-separated. Fields: ${Object.keys(fields).join(', ')}.`,
      examples: ['created_at DESC'],
    }),
  )
}

/** Reads the order in a text that findOrderByFaults has checked; null without a text. */
export function readOrder<Field extends string>(
  text: string | undefined,
  fields: Readonly<Record<string, Field>>,
): OrderTerm<Field>[] | null {
  if (text === undefined) return null
  return text.split(',').flatMap((part) => readTerm(part, fields) ?? [])
}

/** The parts of an `order_by` without a known field or direction. */
export function findOrderByFaults(text: string | undefined, fields: Readonly<Record<string, string>>): ShapeFault[] {
  if (text === undefined) return []
  const message = sayShape('order', { known: Object.keys(fields) })
  const wrong = text.split(',').filter((part) => !readTerm(part, fields))
  return wrong.map((part) => ({ path: ['order_by'], rule: 'order', message, value: part.trim() }))
}

function readTerm<Field extends string>(
  part: string,
  fields: Readonly<Record<string, Field>>,
): OrderTerm<Field> | undefined {
  const [, name = '', way = 'ASC'] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/i.exec(part) ?? []
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  return field && { field, direction: way.toUpperCase() === 'DESC' ? 'desc' : 'asc' }
}
