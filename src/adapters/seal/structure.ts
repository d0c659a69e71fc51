import { writeElement } from '../../../verifier/pdf/archive.ts'
import { keptKeys, layout } from '../../../verifier/pdf/layout.ts'
import { dict, isRef, name, type PdfObject, type PdfRef, type PdfValue, ref } from '../../../verifier/pdf/values.ts'
import type { Reader } from './from-libpdf.ts'
import type { Source } from './source.ts'

/** The objects that add the field of the seal to the tagged structure of a document. */
type Structure = {
  objects: PdfObject[]
  /** The key of the field in the parent tree. */
  key: number
}

/** The structure of a tagged document with the field; null for a document without tags. */
export function tagField({ reader, catalog, page }: Source, first: number): Structure | null {
  const rootRef = catalog.get('StructTreeRoot')
  const root = reader.dictOf(rootRef)
  if (!isRef(rootRef) || root.size === 0) return null
  const section = ref(first + layout.section)
  const { parent, changed } = adopt(reader, rootRef, root, section)
  const tree = reader.dictOf(root.get('ParentTree'))
  const limits = findLimits(reader, tree, 0)
  const said = root.get('ParentTreeNextKey')
  const key = Math.max(typeof said === 'number' ? said : 0, (limits?.[1] ?? -1) + 1)
  root.set('ParentTree', ref(first + layout.parentRoot))
  root.set('ParentTreeNextKey', key + keptKeys)
  const element = ref(first + layout.element)
  const objects: PdfObject[] = [
    ...changed,
    { number: rootRef.number, generation: rootRef.generation, value: root },
    {
      number: section.number,
      value: dict({ Type: name('StructElem'), S: name('Sect'), P: parent, K: [element] }),
    },
    { number: element.number, value: writeElement(section, ref(first + layout.field), page.ref) },
    {
      number: first + layout.parents,
      value: dict({ Limits: [key, key], Nums: [key, element] }),
    },
    ...writeTree(first, tree, limits),
  ]
  return { objects, key }
}

// The section comes at the end of the document's own element, if there is one.
function adopt(
  reader: Reader,
  rootRef: PdfRef,
  root: Map<string, PdfValue>,
  section: PdfRef,
): { parent: PdfRef; changed: PdfObject[] } {
  const children = childrenOf(root.get('K'))
  const [only] = children
  const element = reader.dictOf(only)
  if (children.length !== 1 || !isRef(only) || element.get('S') === undefined) {
    root.set('K', [...children, section])
    return { parent: rootRef, changed: [] }
  }
  const inner = reader.follow(element.get('K'))
  element.set('K', [...(Array.isArray(inner) ? inner : childrenOf(element.get('K'))), section])
  return { parent: only, changed: [{ number: only.number, generation: only.generation, value: element }] }
}

function childrenOf(value: PdfValue | undefined): PdfValue[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? [...value] : [value]
}

// The old tree becomes the first branch of a new root. The second branch is ours, and later revisions write it again.
function writeTree(first: number, tree: Map<string, PdfValue>, limits: [number, number] | null): PdfObject[] {
  const ours = ref(first + layout.parents)
  const root = { number: first + layout.parentRoot }
  if (!limits) return [{ ...root, value: dict({ Kids: [ours] }) }]
  tree.set('Limits', limits)
  const old = ref(first + layout.oldParents)
  return [
    { ...root, value: dict({ Kids: [old, ours] }) },
    { number: old.number, value: tree },
  ]
}

/** The least and the greatest key of a number tree; null when it is empty. */
function findLimits(reader: Reader, node: Map<string, PdfValue>, depth: number): [number, number] | null {
  if (depth > 20) return null
  const kids = reader.listOf(node.get('Kids')).map((kid) => findLimits(reader, reader.dictOf(kid), depth + 1))
  const own = reader.listOf(node.get('Nums')).filter((_, index) => index % 2 === 0)
  const keys = [...kids.flatMap((one) => one ?? []), ...own.filter((one) => typeof one === 'number')]
  return keys.length === 0 ? null : [Math.min(...keys), Math.max(...keys)]
}
