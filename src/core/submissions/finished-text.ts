import { type AgreementDocument, type Block, type Field, fieldKinds, type Inline } from '../agreements/index.ts'

/**
 * What replaces a field in the text, by field key: the field and the words behind it, or nothing when it is not shown.
 */
type Standing = ReadonlyMap<string, Inline[]>

/** The text of the finished document. A box keeps its label; a field that was not shown is left out. */
export function finishedText(document: AgreementDocument, fields: Field[], shown: Field[]): AgreementDocument {
  const standing = fields.map((field): [string, Inline[]] => [field.key, shown.includes(field) ? standAt(field) : []])
  const isShown = new Set(shown.map(({ key }) => key))
  return {
    fieldKeys: document.fieldKeys.filter((key) => isShown.has(key)),
    blocks: document.blocks.map((block) => setBlock(block, new Map(standing))),
  }
}

function standAt({ key, type, label }: Field): Inline[] {
  const field: Inline = { kind: 'field', key }
  return fieldKinds[type].keepsLabel ? [field, { kind: 'text', text: ` ${label}` }] : [field]
}

/** The fields with values that have no place in the text. */
export function unplacedFields(document: AgreementDocument, fields: Field[]): { key: string; label: string }[] {
  return fields
    .filter(({ type, key }) => fieldKinds[type].filledBy !== 'mark' && !document.fieldKeys.includes(key))
    .map(({ key, label }) => ({ key, label }))
}

function setBlock(block: Block, standing: Standing): Block {
  const inlines = (children: Inline[]) => children.flatMap((inline) => setInline(inline, standing))
  const blocks = (children: Block[]) => children.map((child) => setBlock(child, standing))
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, children: inlines(block.children) }
    case 'list':
      return { ...block, items: block.items.map(blocks) }
    case 'quote':
      return { ...block, children: blocks(block.children) }
    case 'table':
      return { ...block, header: block.header.map(inlines), rows: block.rows.map((row) => row.map(inlines)) }
    default:
      return block
  }
}

function setInline(inline: Inline, standing: Standing): Inline[] {
  if (inline.kind === 'link')
    return [{ ...inline, children: inline.children.flatMap((child) => setInline(child, standing)) }]
  return (inline.kind === 'field' ? standing.get(inline.key) : undefined) ?? [inline]
}
