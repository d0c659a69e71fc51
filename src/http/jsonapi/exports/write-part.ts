import { DomainError, say } from '../../../core/errors.ts'
import type { WriteExportPart } from '../../../core/exports/index.ts'
import { JsonApiError } from '../problems.ts'
import { readAsked } from './asked.ts'
import { formats, readPart, writeLines } from './formats.ts'

/** Writes the next part of a kept export, in the same form as the exports of this dialect. */
export const writeExportPart: WriteExportPart = async (ctx, { list, format, query, base }, after) => {
  try {
    const { resource, conditions } = readAsked(list, query)
    const page = await readPart(ctx, resource, conditions, after ?? undefined)
    const head = after === null ? formats[format].head(resource) : ''
    const text = head + writeLines(formats[format], base, resource, page)
    return { text, count: page.items.length, total: page.total, next: page.walk?.next ?? null }
  } catch (error) {
    // The list and its query were valid when the export was requested, but the server is newer now.
    if (error instanceof JsonApiError) throw new DomainError('conflict', 'export_unfit', say('export_unfit'))
    throw error
  }
}
