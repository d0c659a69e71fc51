import { type Fault, fault } from '../../errors.ts'

/**
 * A run inside a paragraph. `field` stands for `{{key}}` of the source, `break` is a forced line break, and `task` is
 * the box of a list item.
 */
export type Inline =
  | { kind: 'text'; text: string; strong?: true; emphasis?: true; code?: true; strike?: true }
  | { kind: 'task'; done: boolean }
  | { kind: 'link'; href: string; children: Inline[] }
  | { kind: 'field'; key: string }
  | { kind: 'break' }

export type ColumnAlign = 'left' | 'center' | 'right'

/** One block of an agreement. List items and quotes contain blocks, at most {@link MAX_DEPTH} levels deep. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4 | 5 | 6; children: Inline[] }
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'quote'; children: Block[] }
  | { kind: 'code'; text: string }
  | { kind: 'table'; align: ColumnAlign[]; header: Inline[][]; rows: Inline[][][] }
  | { kind: 'rule' }

/** An agreement as the signing page and the PDF show it. `fieldKeys` has each key once, in order of appearance. */
export type AgreementDocument = { blocks: Block[]; fieldKeys: string[] }

/** The limits of a source bound the work of parsing and rendering. */
export const MAX_SOURCE_LENGTH = 256 * 1024
/** Markdown characters and lines. The parser's work grows with them. */
export const MAX_MARKS = 10_000
export const MAX_LINES = 10_000
/** Blocks, list items, table rows and cells together. */
export const MAX_BLOCKS = 20_000
/** Lists and quotes around a block. */
export const MAX_DEPTH = 8
export const MAX_TABLE_COLUMNS = 12

/** The error for a source that exceeds a limit or contains an invalid placeholder. Lines count from 1. */
export class DocumentError extends Error {
  readonly fault: Fault

  constructor(found: Fault) {
    super(`${found.code} ${JSON.stringify(found.params)}`)
    this.name = 'DocumentError'
    this.fault = found
  }
}

/** The error for a refused source. `params` has the line. */
export function refuse(...[code, params]: Refusal): DocumentError {
  return new DocumentError(fault(['source'], code, params))
}

/** The fault codes of a refused source, with their params. */
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
