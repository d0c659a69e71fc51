// Written by npm run generate -- row-types, from the tables that migrations/ makes.
import type { Generated, JSONColumnType } from 'kysely'
import type { StoredAnchor, StoredPage } from '../shapes.ts'

export type PdfSourcesTables = {
  pdf_source_pictures: {
    organization_id: string
    sha256: Buffer
    page: number
    width: number
    lines: string[]
    png: Buffer
    created_at: Date
  }
  pdf_sources: {
    organization_id: string
    sha256: Buffer
    byte_size: number
    pages: JSONColumnType<StoredPage[]>
    anchors: JSONColumnType<StoredAnchor[]>
    bytes: Buffer
    created_at: Date
    words: Generated<string[]>
  }
}
