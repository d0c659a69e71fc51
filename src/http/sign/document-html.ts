import { html } from 'ghtml'
import type { AgreementDocument, Block, Inline } from '../../core/agreements/index.ts'
import { glueAmounts, splitLongWords } from '../../writing/index.ts'

/** Draws what stands in the place of a field, for example a blank or an input. Returns HTML. */
export type DrawField = (key: string) => string

/** The agreement's text as HTML. Headings start below the page's own, and none skips a level, whatever the source does. */
export function documentHtml(document: AgreementDocument, drawField: DrawField): string {
  return blocksHtml(withEvenHeadings(document.blocks), drawField)
}

// People who listen to a page find their way by its headings; a missing level sounds like a missing chapter.
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

function blocksHtml(blocks: Block[], drawField: DrawField): string {
  return blocks.map((block) => blockHtml(block, drawField)).join('\n')
}

function blockHtml(block: Block, drawField: DrawField): string {
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(block.level + 1, 6)
      return `<h${level}>${inlinesHtml(block.children, drawField)}</h${level}>`
    }
    case 'paragraph':
      return `<p>${inlinesHtml(block.children, drawField)}</p>`
    case 'list': {
      const items = block.items.map((item) => `<li>${blocksHtml(item, drawField)}</li>`).join('')
      return block.ordered ? html`<ol start="${block.start}">!${items}</ol>` : `<ul>${items}</ul>`
    }
    case 'quote':
      return `<blockquote>${blocksHtml(block.children, drawField)}</blockquote>`
    case 'code':
      return html`<pre><code>${block.text}</code></pre>`
    case 'table':
      return tableHtml(block, drawField)
    case 'rule':
      return '<hr>'
  }
}

function tableHtml(table: Extract<Block, { kind: 'table' }>, drawField: DrawField): string {
  const row = (tag: 'th' | 'td', cells: Inline[][]) =>
    `<tr>${cells.map((cell, column) => `<${tag}${alignOf(table, column)}>${inlinesHtml(cell.map(fitCell), drawField)}</${tag}>`).join('')}</tr>`
  const head = row('th', table.header)
  const body = table.rows.map((cells) => row('td', cells)).join('')
  return `<div class="scroll" tabindex="0"><table><thead>${head}</thead><tbody>${body}</tbody></table></div>`
}

/** In a cell an amount stays on one line: a column is as wide as its longest word. */
function fitCell(inline: Inline): Inline {
  if (inline.kind === 'link') return { ...inline, children: inline.children.map(fitCell) }
  return inline.kind === 'text' ? { ...inline, text: glueAmounts(inline.text) } : inline
}

/** The alignment of a column, where it is not the one that cells have anyway: inline styles are not allowed here. */
function alignOf({ align }: Extract<Block, { kind: 'table' }>, column: number): string {
  const side = align[column] ?? 'left'
  return side === 'left' ? '' : ` class="${side}"`
}

function inlinesHtml(inlines: Inline[], drawField: DrawField): string {
  return inlines.map((inline) => inlineHtml(inline, drawField)).join('')
}

function inlineHtml(inline: Inline, drawField: DrawField): string {
  if (inline.kind === 'field') return drawField(inline.key)
  if (inline.kind === 'break') return '<br>'
  if (inline.kind === 'link') {
    const text = inlinesHtml(inline.children, drawField)
    return html`<a href="${inline.href}" target="_blank" rel="noopener noreferrer">!${text}</a>`
  }
  if (inline.kind === 'task') return taskHtml(inline.done)
  let text = splitLongWords(inline.text)
    .map((part) => html`${part}`)
    .join('<wbr>')
  if (inline.code) text = `<code>${text}</code>`
  if (inline.strike) text = `<s>${text}</s>`
  if (inline.emphasis) text = `<em>${text}</em>`
  return inline.strong ? `<strong>${text}</strong>` : text
}

/** The box of a list of tasks: a picture of one, because nobody can tick it. */
function taskHtml(done: boolean): string {
  return html`<span class="task" role="img" aria-label="${done ? 'ticked' : 'not ticked'}">${done ? '\u2611' : '\u2610'}</span> `
}
