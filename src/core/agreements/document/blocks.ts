import type { Token } from 'markdown-it'
import { readInlines } from './inlines.ts'
import { type Block, type ColumnAlign, type Inline, MAX_TABLE_COLUMNS, refuse } from './model.ts'

/** The parser's flat list of tokens, with the position of the next one to read. */
export type BlockReader = { tokens: Token[]; position: number }

const HEADING_LEVELS = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 } as const

/** Reads blocks up to the end of the container around them, including the token that closes it. */
export function readBlocks(reader: BlockReader): Block[] {
  const blocks: Block[] = []
  for (let token = next(reader); token && token.nesting !== -1; token = next(reader)) {
    const block = readBlock(reader, token)
    if (block) blocks.push(block)
  }
  return blocks
}

function readBlock(reader: BlockReader, token: Token): Block | undefined {
  switch (token.type) {
    case 'heading_open':
      return { kind: 'heading', level: headingLevel(token.tag), children: readInlineBlock(reader) }
    case 'paragraph_open': {
      const children = readInlineBlock(reader)
      return children.length > 0 ? { kind: 'paragraph', children } : undefined
    }
    case 'bullet_list_open':
      return { kind: 'list', ordered: false, start: 1, items: readItems(reader) }
    case 'ordered_list_open':
      return { kind: 'list', ordered: true, start: Number(token.attrGet('start') ?? 1), items: readItems(reader) }
    case 'blockquote_open':
      return { kind: 'quote', children: readBlocks(reader) }
    case 'fence':
    case 'code_block':
      return { kind: 'code', text: token.content.replace(/\n$/, '') }
    case 'hr':
      return { kind: 'rule' }
    case 'table_open':
      return readTable(reader, (token.map?.[0] ?? 0) + 1)
    default:
      throw new Error(`the Markdown parser made an unknown block: ${token.type}`)
  }
}

function readItems(reader: BlockReader): Block[][] {
  const items: Block[][] = []
  while (next(reader)?.type === 'list_item_open') items.push(readTask(readBlocks(reader)))
  return items
}

const TASK = /^\[([ xX])\][ \u00a0]+/

/** Turns `[ ]` or `[x]` at the beginning of a list item into a box. */
function readTask(blocks: Block[]): Block[] {
  const [first, ...rest] = blocks
  const [text, ...others] = first?.kind === 'paragraph' ? first.children : []
  const box = text?.kind === 'text' && !text.code ? TASK.exec(text.text) : null
  if (!first || !('children' in first) || text?.kind !== 'text' || !box) return blocks
  const after = { ...text, text: text.text.slice(box[0].length) }
  const children: Inline[] = [{ kind: 'task', done: box[1] !== ' ' }, ...(after.text === '' ? [] : [after]), ...others]
  return [{ kind: 'paragraph', children }, ...rest]
}

function readTable(reader: BlockReader, line: number): Block {
  const rows: Inline[][][] = []
  const align: ColumnAlign[] = []
  for (let token = next(reader); token && token.type !== 'table_close'; token = next(reader)) {
    if (token.type === 'tr_open') rows.push([])
    if (token.type === 'th_open') align.push(cellAlign(token))
    if (token.type === 'th_open' || token.type === 'td_open') rows.at(-1)?.push(readInlineBlock(reader, line))
  }
  const [header = [], ...body] = rows
  if (header.length > MAX_TABLE_COLUMNS) {
    throw refuse('document_columns', { line, most: MAX_TABLE_COLUMNS })
  }
  return { kind: 'table', align, header, rows: body }
}

/** Reads one inline token and the token that closes its block. */
function readInlineBlock(reader: BlockReader, line = 1): Inline[] {
  const inline = next(reader)
  next(reader)
  return readInlines(inline?.children ?? [], inline?.map ? inline.map[0] + 1 : line)
}

function headingLevel(tag: string): 1 | 2 | 3 | 4 | 5 | 6 {
  return tag === 'h1' || tag === 'h2' || tag === 'h3' || tag === 'h4' || tag === 'h5' ? HEADING_LEVELS[tag] : 6
}

function cellAlign(token: Token): ColumnAlign {
  const style = String(token.attrGet('style') ?? '')
  if (style.endsWith('right')) return 'right'
  return style.endsWith('center') ? 'center' : 'left'
}

function next(reader: BlockReader): Token | undefined {
  return reader.tokens[reader.position++]
}
