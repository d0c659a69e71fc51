import type { Block, Inline } from './model.ts'

/** The words of a block without its fields. */
export function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return textOfInlines(block.children)
    case 'list':
      return block.items.flat().map(textOfBlock).join(' ')
    case 'quote':
      return block.children.map(textOfBlock).join(' ')
    case 'table':
      return [block.header, ...block.rows].flat().map(textOfInlines).join(' ')
    default:
      return ''
  }
}

export function textOfInlines(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text
      return inline.kind === 'link' ? textOfInlines(inline.children) : ''
    })
    .join('')
}
