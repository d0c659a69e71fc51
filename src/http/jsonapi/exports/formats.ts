import type { Context } from '../../../core/context.ts'
import type { ListRequest, Page } from '../../../core/lists/index.ts'
import type { CoreRecord, Resource } from '../resource.ts'
import { itemOf, serialize } from '../serialize.ts'
import { csvHead, csvLine } from './csv.ts'

/** A format that writes a list as a file. */
export type Format = {
  type: string
  head(resource: Resource): string
  line(base: string, resource: Resource, record: CoreRecord): string
}

export const formats: Readonly<Record<'csv' | 'ndjson', Format>> = {
  csv: { type: 'text/csv; charset=utf-8', head: csvHead, line: (_, resource, record) => csvLine(resource, record) },
  ndjson: {
    type: 'application/x-ndjson; charset=utf-8',
    head: () => '',
    line: (base, resource, record) => `${serialize(base, itemOf(resource, record), new Map())}\n`,
  },
}

const partSize = 500

/** The next part of a list, after a cursor. */
export function readPart(
  ctx: Context,
  resource: Resource,
  asked: ListRequest,
  after?: string,
): Promise<Page<CoreRecord>> {
  const walk = { size: partSize, ...(after === undefined ? {} : { after }) }
  return resource.list(ctx, { ...asked, walk })
}

/** The lines of a part. `base` begins the links in them. */
export function writeLines(format: Format, base: string, resource: Resource, { items }: Page<CoreRecord>): string {
  return items.map((record) => format.line(base, resource, record)).join('')
}
