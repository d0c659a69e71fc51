import { formatResourceId } from '../ids.ts'
import { resourceOf } from '../registry.ts'
import type { CoreRecord, Resource } from '../resource.ts'
import { attributeValue, toOneId } from '../serialize.ts'

type Column = { name: string; read(record: CoreRecord): unknown }

/** Tells spreadsheets that the text is UTF-8. */
const byteOrderMark = '\ufeff'

/** The first line: the id, the attributes, and the to-one relationships. */
export function csvHead(resource: Resource): string {
  return byteOrderMark + lineOf(columnsOf(resource).map(({ name }) => name))
}

/** One resource as a line of CSV (RFC 4180). Structures are written as JSON. */
export function csvLine(resource: Resource, record: CoreRecord): string {
  return lineOf(columnsOf(resource).map(({ read }) => read(record)))
}

function columnsOf(resource: Resource): Column[] {
  const attributes = Object.entries(resource.attributes).filter(([, { shownOnce }]) => !shownOnce)
  const links = Object.entries(resource.relationships)
  return [
    { name: 'id', read: ({ id }) => formatResourceId(resource, id) },
    ...attributes.map(([name, attribute]) => ({
      name,
      read: (record: CoreRecord) => attributeValue(attribute, record[attribute.of ?? name]),
    })),
    ...links.flatMap(([name, to]) => {
      if (to.many) return []
      const target = resourceOf(to.type)
      const read = (record: CoreRecord) => {
        const id = toOneId(record, to.key)
        return id === null ? null : formatResourceId(target, id)
      }
      return [{ name, read }]
    }),
  ]
}

const lineOf = (values: readonly unknown[]) => `${values.map(cellOf).join(',')}\r\n`

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return quoted(harmless(typeof value === 'string' ? value : JSON.stringify(value)))
}

/**
 * Spreadsheets run texts with these first letters as formulas when the file is opened. An apostrophe keeps it a
 * text.
 */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
