import type { Block, Inline } from './model.ts'

/** How often each field stands in the text, in order of appearance. */
export function countUses(blocks: readonly Block[]): Map<string, number> {
  const uses = new Map<string, number>()
  for (const key of keysOfBlocks(blocks)) uses.set(key, (uses.get(key) ?? 0) + 1)
  return uses
}

function* keysOfBlocks(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        yield* keysOfInlines(block.children)
        break
      case 'list':
        for (const item of block.items) yield* keysOfBlocks(item)
        break
      case 'quote':
        yield* keysOfBlocks(block.children)
        break
      case 'table':
        for (const cell of [block.header, ...block.rows].flat()) yield* keysOfInlines(cell)
        break
    }
  }
}

function* keysOfInlines(inlines: readonly Inline[]): Generator<string> {
  for (const inline of inlines) {
    if (inline.kind === 'field') yield inline.key
    if (inline.kind === 'link') yield* keysOfInlines(inline.children)
  }
}
