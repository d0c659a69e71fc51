import { type Fault, fault } from '../../errors.ts'

/**
 * A run inside a paragraph. `field` stands where `{{key}}` stood in the source; `break` is a forced line break; `task`
 * is the box at the beginning of a list item.
 */
export type Inline =
  | { kind: 'text'; text: string; strong?: true; emphasis?: true; code?: true; strike?: true }
  | { kind: 'task'; done: boolean }
  | { kind: 'link'; href: string; children: Inline[] }
  | { kind: 'field'; key: string }
  | { kind: 'break' }

export type ColumnAlign = 'left' | 'center' | 'right'

/** One block of an agreement. List items and quotes hold blocks again, at most {@link MAX_DEPTH} deep. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4 | 5 | 6; children: Inline[] }
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'quote'; children: Block[] }
  | { kind: 'code'; text: string }
  | { kind: 'table'; align: ColumnAlign[]; header: Inline[][]; rows: Inline[][][] }
  | { kind: 'rule' }

/** An agreement as both the signing page and the PDF show it. `fieldKeys`: each key once, in order of appearance. */
export type AgreementDocument = { blocks: Block[]; fieldKeys: string[] }

/** Bounds of an agreement's source, so that no text can make parsing or rendering run away. */
export const MAX_SOURCE_LENGTH = 256 * 1024
/** Characters that mean something to Markdown, and lines: what the work of the parser grows with. */
export const MAX_MARKS = 10_000
export const MAX_LINES = 10_000
/** Blocks, list items, table rows and cells together. */
export const MAX_BLOCKS = 20_000
/** Lists and quotes around a block. */
export const MAX_DEPTH = 8
export const MAX_TABLE_COLUMNS = 12

/** The source breaks a bound, or holds a placeholder that names no field. Lines count from 1. */
export class DocumentError extends Error {
  readonly fault: Fault

  constructor(found: Fault) {
    super(`${found.code} ${JSON.stringify(found.params)}`)
    this.name = 'DocumentError'
    this.fault = found
  }
}

/** The error for a source that is refused, with the line in the params. */
export function refuse(...[code, params]: Refusal): DocumentError {
  return new DocumentError(fault(['source'], code, params))
}

/** What of a source is refused, by the code of its fault. */
export type Refusal =
  | [BoundCode, { line: number; most: number }]
  | [PlaceholderCode, { line: number; placeholder: string }]
  | ['html', { line: number; html: string }]

type BoundCode =
  | 'document_blocks'
  | 'document_columns'
  | 'document_depth'
  | 'document_length'
  | 'document_lines'
  | 'document_marks'

export type PlaceholderCode =
  | 'placeholder_broken'
  | 'placeholder_escaped'
  | 'placeholder_hidden'
  | 'placeholder_in_code'
  | 'placeholder_key'
