import { Type } from 'typebox'
import { invalid } from '../../core/errors.ts'

export type OrderTerm<Field extends string> = { field: Field; direction: 'asc' | 'desc' }

/** The `order_by` of a list: `field [ASC|DESC]`, comma-separated. `fields` maps the words of the wire to core's. */
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

/**
 * The order that a text asks for; null without one. Throws `validation_failed`, which lists the fields that there are.
 */
export function readOrder<Field extends string>(
  text: string | undefined,
  fields: Readonly<Record<string, Field>>,
): OrderTerm<Field>[] | null {
  if (text === undefined) return null
  return text.split(',').map((part) => {
    const [, name = '', way = 'ASC'] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/i.exec(part) ?? []
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field) return { field, direction: way.toUpperCase() === 'DESC' ? 'desc' : 'asc' }
    const allowed = Object.keys(fields).join(', ')
    const message = `Write field, field ASC or field DESC, comma-separated. Fields: ${allowed}.`
    throw invalid([{ path: ['order_by'], rule: 'order', message, value: part.trim() }])
  })
}
