import { type PDF, PdfDict, PdfName, type PdfObject, PdfRef, PdfStream } from '@libpdf/core'
import { reach } from './reach.ts'

/** Actions that run a script or program, or send or load data, when somebody reads the document. */
const activeActions = new Set([
  ...['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToE', 'Rendition', 'Movie', 'Sound'],
  ...['RichMediaExecute', 'GoTo3DView'],
])
/** Parts of pages that carry or play files. */
const activeParts = new Set(['FileAttachment', 'RichMedia', 'Movie', 'Sound', 'Screen', '3D'])

/**
 * Whether a document runs scripts, starts programs, sends or loads data, or carries files. A script could change what
 * the document shows without breaking its seal.
 */
export function isActive(pdf: PDF): boolean {
  for (const object of reach(pdf, [pdf.getCatalog()])) if (object && actsByItself(object)) return true
  return false
}

function actsByItself(object: PdfObject): boolean {
  if (!(object instanceof PdfDict) && !(object instanceof PdfStream)) return false
  return [...object].some(([{ value: name }, value]) => {
    if (name === 'JS' || name === 'EF') return true
    if (!(value instanceof PdfName)) return false
    return (name === 'S' && activeActions.has(value.value)) || (name === 'Subtype' && activeParts.has(value.value))
  })
}

/** Removes the scripts of a closed form, because they only help to fill it in. */
export function dropFormScripts(pdf: PDF): void {
  const catalog = pdf.getCatalog()
  const resolve = (value: PdfObject | undefined) => (value instanceof PdfRef ? pdf.getObject(value) : value)
  const opening = resolve(catalog.get('OpenAction'))
  const kind = opening instanceof PdfDict ? opening.get('S') : undefined
  if (kind instanceof PdfName && kind.value === 'JavaScript') catalog.delete('OpenAction')
  const names = resolve(catalog.get('Names'))
  if (names instanceof PdfDict) names.delete('JavaScript')
  for (const dictionary of [catalog, ...pdf.getPages().map(({ dict }) => dict)]) dictionary.delete('AA')
}
