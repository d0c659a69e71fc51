import { type AgreementDocument, type Block, type Field, fieldKinds, type Inline } from '../agreements/index.ts'

/** The text as the finished document shows it: a box that was ticked keeps the words that stood beside it. */
export function finishedText(document: AgreementDocument, fields: Field[]): AgreementDocument {
  const labelled = fields.filter(({ type }) => fieldKinds[type].keepsLabel)
  const labels = new Map(labelled.map((field) => [field.key, field.label]))
  return { ...document, blocks: document.blocks.map((block) => labelBlock(block, labels)) }
}

/** The fields that signers filled in and that have no place in the text. */
export function unplacedFields(document: AgreementDocument, fields: Field[]): { key: string; label: string }[] {
  return fields
    .filter(({ type, key }) => fieldKinds[type].filledBy === 'signer' && !document.fieldKeys.includes(key))
    .map(({ key, label }) => ({ key, label }))
}

function labelBlock(block: Block, labels: Map<string, string>): Block {
  const inlines = (children: Inline[]) => children.flatMap((inline) => labelInline(inline, labels))
  const blocks = (children: Block[]) => children.map((child) => labelBlock(child, labels))
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

function labelInline(inline: Inline, labels: Map<string, string>): Inline[] {
  if (inline.kind === 'link')
    return [{ ...inline, children: inline.children.flatMap((child) => labelInline(child, labels)) }]
  const label = inline.kind === 'field' ? labels.get(inline.key) : undefined
  return label ? [inline, text(` ${label}`)] : [inline]
}

function text(words: string): Inline {
  return { kind: 'text', text: words }
}
