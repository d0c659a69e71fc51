import { DomainError, say } from '../../../core/errors.ts'
import type { WriteExportPart } from '../../../core/exports/index.ts'
import { byteOrderMark, csvLineOf } from '../../csv.ts'
import { firstCursor } from '../members.ts'
import { isResource, resources } from '../resources.ts'
import { ShapeRefusal } from '../shape-fault.ts'
import { presentIn, readVersion, schemaIn, type Version, type Wire } from '../versions/index.ts'
import { readAsked } from './lists.ts'

const partSize = 500

/** The name of the form of an export's lines, with the version of the key that created the export. */
export const formOf = (version: Version) => `rest ${version}`

/** Writes the next part of a kept export, with the objects of the list in the version of `form`. */
export const writeRestPart: WriteExportPart = async (ctx, { list, format, query, base, form }, after) => {
  const version = readVersion(form.split(' ').at(-1) ?? '')
  const { endpoint, resource, query: asked } = readWhatWasJudged(list, query)
  const answer = await endpoint.list?.({
    ctx,
    query: { ...asked, size: partSize, cursor: after ?? firstCursor },
    version,
    base,
  })
  const { items, total, next_cursor: next = null } = Object(answer) as Listed
  const wires = items.map((item) => presentIn(version, resource, item))
  const columns = format === 'csv' ? columnsOf(version, resource) : []
  const head = format === 'csv' && after === null ? byteOrderMark + csvLineOf(columns) : ''
  const line = (wire: Wire) =>
    format === 'csv' ? csvLineOf(columns.map((name) => wire[name])) : `${JSON.stringify(wire)}\n`
  return { text: head + wires.map(line).join(''), count: items.length, total, next }
}

type Listed = { items: Wire[]; total: number; next_cursor?: string | null }

function readWhatWasJudged(list: string, query: string) {
  try {
    return readAsked(list, query)
  } catch (error) {
    // The list and its query were valid when the export was requested, but the server is newer now.
    if (error instanceof ShapeRefusal) throw new DomainError('conflict', 'export_unfit', say('export_unfit'))
    throw error
  }
}

function columnsOf(version: Version, resource: string): string[] {
  return isResource(resource) ? Object.keys(schemaIn(version, resource, resources[resource]).properties) : []
}
