import { html } from 'ghtml'
import {
  type AgreementDocument,
  type Block,
  type Inline,
  textOfBlock,
  textOfInlines,
} from '../../core/agreements/index.ts'
import { type Direction, directionOf, glueAmounts, splitLongWords } from '../../writing/index.ts'
import type { Reader } from '../reader.ts'
import { ours, wordsFor } from './words.ts'

/** Draws a field's place, for example as a blank or an input. Returns HTML. */
type DrawField = (key: string) => string

/** The drawing of fields, and the direction of the text around a block. */
type Drawing = { reader: Reader; field: DrawField; base: Direction }

/**
 * The agreement's text as HTML. Its headings begin below those of the page, and no heading skips a level, even if the
 * source does.
 */
export function documentHtml(
  reader: Reader,
  document: AgreementDocument,
  field: DrawField,
  base: Direction = 'ltr',
): string {
  return blocksHtml(withEvenHeadings(document.blocks), { reader, field, base })
}

// Screen readers navigate by headings; a missing level sounds like a missing chapter.
function withEvenHeadings(blocks: Block[]): Block[] {
  const open: number[] = []
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    while (open.length > 0 && (open.at(-1) ?? 0) >= block.level) open.pop()
    open.push(block.level)
    const level = headingLevels[open.length - 1] ?? 6
    return { ...block, level }
  })
}

const headingLevels = [1, 2, 3, 4, 5, 6] as const

function blocksHtml(blocks: Block[], drawing: Drawing): string {
  return blocks.map((block) => blockHtml(block, drawing)).join('\n')
}

function blockHtml(block: Block, around: Drawing): string {
  const drawing = { ...around, base: directionOf(textOfBlock(block), around.base) }
  const turn = turnOf(drawing.base, around.base)
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(block.level + 1, 6)
      return `<h${level}${turn}>${inlinesHtml(block.children, drawing)}</h${level}>`
    }
    case 'paragraph':
      return `<p${turn}>${inlinesHtml(block.children, drawing)}</p>`
    case 'list': {
      const items = block.items.map((item) => `<li>${blocksHtml(item, drawing)}</li>`).join('')
      return block.ordered ? html`<ol start="${block.start}"!${turn}>!${items}</ol>` : `<ul${turn}>${items}</ul>`
    }
    case 'quote':
      return `<blockquote${turn}>${blocksHtml(block.children, drawing)}</blockquote>`
    case 'code':
      return html`<pre dir="ltr"><code>${block.text}</code></pre>`
    case 'table':
      return tableHtml(block, drawing, turn)
    case 'rule':
      return '<hr>'
  }
}

/** Sets the direction of a part if it differs from the text around it. */
function turnOf(direction: Direction, base: Direction): string {
  return direction === base ? '' : ` dir="${direction}"`
}

function tableHtml(table: Extract<Block, { kind: 'table' }>, drawing: Drawing, turn: string): string {
  const cellHtml = (tag: 'th' | 'td', cell: Inline[], column: number) => {
    const turned = turnOf(directionOf(textOfInlines(cell), drawing.base), drawing.base)
    return `<${tag}${alignOf(table, column)}${turned}>${inlinesHtml(cell.map(fitCell), drawing)}</${tag}>`
  }
  const row = (tag: 'th' | 'td', cells: Inline[][]) =>
    `<tr>${cells.map((cell, column) => cellHtml(tag, cell, column)).join('')}</tr>`
  const head = row('th', table.header)
  const body = table.rows.map((cells) => row('td', cells)).join('')
  return `<div class="scroll" tabindex="0"${turn}><table><thead>${head}</thead><tbody>${body}</tbody></table></div>`
}

/** Keeps an amount in a cell on one line, because a column is as wide as its longest word. */
function fitCell(inline: Inline): Inline {
  if (inline.kind === 'link') return { ...inline, children: inline.children.map(fitCell) }
  return inline.kind === 'text' ? { ...inline, text: glueAmounts(inline.text) } : inline
}

/** The class for the alignment of a column, because inline styles are not allowed here. */
function alignOf({ align }: Extract<Block, { kind: 'table' }>, column: number): string {
  const side = align[column] ?? 'left'
  return side === 'left' ? '' : ` class="${side}"`
}

function inlinesHtml(inlines: Inline[], drawing: Drawing): string {
  return inlines.map((inline) => inlineHtml(inline, drawing)).join('')
}

function inlineHtml(inline: Inline, drawing: Drawing): string {
  if (inline.kind === 'field') return `<bdi>${drawing.field(inline.key)}</bdi>`
  if (inline.kind === 'break') return '<br>'
  if (inline.kind === 'link') {
    const text = inlinesHtml(inline.children, drawing)
    return html`<a href="${inline.href}" target="_blank" rel="noopener noreferrer">!${text}</a>`
  }
  if (inline.kind === 'task') return taskHtml(drawing.reader, inline.done)
  let text = splitLongWords(inline.text)
    .map((part) => html`${part}`)
    .join('<wbr>')
  if (inline.code) text = `<code>${text}</code>`
  if (inline.strike) text = `<s>${text}</s>`
  if (inline.emphasis) text = `<em>${text}</em>`
  return inline.strong ? `<strong>${text}</strong>` : text
}

/** The box of a task: a picture, because nobody can tick it. */
function taskHtml(reader: Reader, done: boolean): string {
  const { ticked, not_ticked } = wordsFor(reader).form
  return html`<span class="task" role="img" aria-label="${done ? ticked : not_ticked}"!${ours(reader)}>${done ? '\u2611' : '\u2610'}</span> `
}
