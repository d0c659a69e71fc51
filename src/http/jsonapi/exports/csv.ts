import { byteOrderMark, csvLineOf } from '../../csv.ts'
import { formatResourceId } from '../ids.ts'
import { resourceOf } from '../registry.ts'
import type { CoreRecord, Resource } from '../resource.ts'
import { attributeValue, toOneId } from '../serialize.ts'

type Column = { name: string; read(record: CoreRecord): unknown }

/** The first line: the id, the attributes, and the to-one relationships. */
export function csvHead(resource: Resource): string {
  return byteOrderMark + csvLineOf(columnsOf(resource).map(({ name }) => name))
}

/** One resource as a line of CSV (RFC 4180). Structures are written as JSON. */
export function csvLine(resource: Resource, record: CoreRecord): string {
  return csvLineOf(columnsOf(resource).map(({ read }) => read(record)))
}

const known = new WeakMap<Resource, Column[]>()

function columnsOf(resource: Resource): Column[] {
  const columns = known.get(resource) ?? findColumns(resource)
  known.set(resource, columns)
  return columns
}

function findColumns(resource: Resource): Column[] {
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
