import { ops, PdfArray, PdfBool, PdfDict, PdfName, PdfNumber, type PdfRef, PdfString } from '@libpdf/core'
import type { Canvas } from './canvas.ts'

/** Roles of PDF 1.7, 14.8.4, by which a screen reader knows what a piece of the page is. */
export type Role =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'BlockQuote'
  | 'Code'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Link'
  | 'Figure'
  | 'Sect'

type Content = { sheet: number; id: number }

/** A node of the document's logical structure. `alternative` is what a screen reader says for a figure. */
export type Tag = { role: Role; children: (Tag | Content)[]; alternative?: string }

/** Runs `work` with everything it draws standing in a new node below the current one. */
export function tagged(canvas: Canvas, role: Role, work: () => void, alternative?: string): void {
  const tag: Tag = { role, children: [], ...(alternative && { alternative }) }
  canvas.tag?.children.push(tag)
  within(canvas, tag, work)
}

/** Runs `work` with `tag` as the current node; undefined makes what it draws decoration that readers skip. */
export function within(canvas: Canvas, tag: Tag | undefined, work: () => void): void {
  const before = canvas.tag
  canvas.tag = tag
  work()
  canvas.tag = before
}

/** Puts marks around drawn operators that tie them to the current node. */
export function markContent(canvas: Canvas, sheet: number, drawn: Operator[]): Operator[] {
  if (!canvas.tag) return [ops.beginMarkedContent('/Artifact'), ...drawn, ops.endMarkedContent()]
  const id = canvas.contents[sheet] ?? 0
  canvas.contents[sheet] = id + 1
  canvas.tag.children.push({ sheet, id })
  const properties = PdfDict.of({ MCID: PdfNumber.of(id) })
  return [ops.beginMarkedContentProps(`/${canvas.tag.role}`, properties), ...drawn, ops.endMarkedContent()]
}

export type Operator = ReturnType<typeof ops.endText>

/** Writes the logical structure into the file: the tree, and from each page the way back into it. */
export function writeStructure(canvas: Canvas, root: Tag): void {
  const { pdf } = canvas
  const owners: PdfRef[][] = canvas.sheets.map(() => [])
  const tree = PdfDict.of({ Type: PdfName.of('StructTreeRoot') })
  const treeRef = pdf.register(tree)
  tree.set('K', new PdfArray([writeTag(canvas, root, treeRef, owners)]))
  const numbers = owners.flatMap((refs, index) => [PdfNumber.of(index), pdf.register(new PdfArray(refs))])
  tree.set('ParentTree', PdfDict.of({ Nums: new PdfArray(numbers) }))
  tree.set('ParentTreeNextKey', PdfNumber.of(owners.length))
  canvas.sheets.forEach(({ page }, index) => {
    page.dict.set('StructParents', PdfNumber.of(index))
    page.dict.set('Tabs', PdfName.of('S'))
  })
  pdf.getCatalog().set('StructTreeRoot', treeRef)
  pdf.getCatalog().set('MarkInfo', PdfDict.of({ Marked: PdfBool.TRUE }))
}

function writeTag(canvas: Canvas, tag: Tag, parent: PdfRef, owners: PdfRef[][]): PdfRef {
  const element = PdfDict.of({ Type: PdfName.of('StructElem'), S: PdfName.of(tag.role), P: parent })
  const ref = canvas.pdf.register(element)
  if (tag.alternative) element.set('Alt', PdfString.fromString(tag.alternative))
  const kids = tag.children.map((child) => {
    if ('role' in child) return writeTag(canvas, child, ref, owners)
    const refs = owners[child.sheet]
    if (refs) refs[child.id] = ref
    const page = canvas.sheets[child.sheet]?.page.ref
    const content = PdfDict.of({ Type: PdfName.of('MCR'), MCID: PdfNumber.of(child.id) })
    if (page) content.set('Pg', page)
    return content
  })
  element.set('K', new PdfArray(kids))
  return ref
}
