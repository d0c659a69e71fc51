import type { Block, Inline } from '../../core/agreements/document/index.ts'
import { type Direction, directionOf, glueAmounts } from '../../writing/index.ts'
import { type Setting, setInlines } from './inlines.ts'
import type { Piece, SetBlock, SetCell } from './model.ts'
import { findLongest } from './table.ts'

const LONG_CODE = /\S{60,}/gu
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The blocks of the text in the template's form. `base` is the direction of the document. */
export function setBlocks(setting: Setting, blocks: Block[], base: Direction): SetBlock[] {
  return blocks.map((block) => setBlock(setting, block, base))
}

function setBlock(setting: Setting, block: Block, base: Direction): SetBlock {
  const dir = directionOf(textOf(block), base)
  switch (block.kind) {
    case 'heading':
      return { dir, k: 'heading', level: block.level, look: block.level, kids: setInlines(setting, block.children) }
    case 'paragraph':
      return { dir, k: 'par', kids: setInlines(setting, block.children) }
    case 'list': {
      const tight = !block.items.some((item) => item.filter(({ kind }) => kind === 'paragraph').length > 1)
      const items = block.items.map((item) => setBlocks(setting, item, dir))
      return {
        dir,
        k: 'list',
        ordered: block.ordered,
        start: block.start,
        tight,
        bare: block.items.every(isTask),
        items,
      }
    }
    case 'quote':
      return { dir, k: 'quote', kids: setBlocks(setting, block.children, dir) }
    case 'code':
      return { dir: 'ltr', k: 'code', s: setCode(setting, block.text) }
    case 'table': {
      const set = (row: Inline[][]): SetCell[] =>
        row.map((cell, column) => ({
          kids: setInlines(setting, cell).map(gluePiece),
          align: block.align[column] === 'left' ? 'start' : (block.align[column] ?? 'start'),
          dir: directionOf(textOfInlines(cell), dir),
        }))
      const [header, rows] = [set(block.header), block.rows.map(set)]
      return { dir, k: 'table', header, rows, ...findLongest([header, ...rows]) }
    }
    case 'rule':
      return { dir, k: 'rule' }
  }
}

function gluePiece(piece: Piece): Piece {
  if (piece.k === 'text') return { ...piece, s: glueAmounts(piece.s) }
  return piece.k === 'link' || piece.k === 'value' ? { ...piece, kids: piece.kids.map(gluePiece) } : piece
}

function isTask([first]: Block[]): boolean {
  return first?.kind === 'paragraph' && first.children[0]?.kind === 'task'
}

function setCode({ text }: Setting, code: string): string {
  return code
    .split('\n')
    .map((line) => text.plain(line.replaceAll('\t', '    ')).replace(LONG_CODE, loosen))
    .join('\n')
}

/** A long word of code may break between any two letters. */
function loosen(word: string): string {
  return [...graphemes.segment(word)].map(({ segment }) => segment).join('\u200b')
}

/**
 * Gives headings levels without gaps, because a missing level sounds like a missing chapter. The title has the first
 * level.
 */
export function withEvenLevels(blocks: SetBlock[]): SetBlock[] {
  const open: number[] = [1]
  return blocks.map((block) => {
    if (block.k !== 'heading') return block
    while (open.length > 0 && (open.at(-1) ?? 0) >= block.level) open.pop()
    open.push(block.level)
    return { ...block, level: open.length }
  })
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return textOfInlines(block.children)
    case 'list':
      return block.items.flat().map(textOf).join(' ')
    case 'quote':
      return block.children.map(textOf).join(' ')
    case 'table':
      return [block.header, ...block.rows].flat().map(textOfInlines).join(' ')
    default:
      return ''
  }
}

function textOfInlines(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text
      return inline.kind === 'link' ? textOfInlines(inline.children) : ''
    })
    .join('')
}
