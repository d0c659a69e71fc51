import { type AgreementDocument, type Block, type Field, fieldKinds, type Inline } from '../agreements/index.ts'

/** What stands where a field is named, by its key: itself with what follows it, or nothing where it is not shown. */
type Standing = ReadonlyMap<string, Inline[]>

/** The text as the finished document shows it: a box keeps the words that stood beside it, and what was not shown is not there. */
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

/** The fields that signers filled in and that have no place in the text. */
export function unplacedFields(document: AgreementDocument, fields: Field[]): { key: string; label: string }[] {
  return fields
    .filter(({ type, key }) => fieldKinds[type].filledBy === 'signer' && !document.fieldKeys.includes(key))
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
