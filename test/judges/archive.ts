import { asDict, type Dict, dictOf, everyDict, follow, listOf, type Objects, type Value } from './qpdf.ts'

/** A rule of an archive, and whether a file keeps it. */
type Rule = (objects: Objects) => boolean

const catalogOf = (objects: Objects) => dictOf(objects, objects.trailer['/Root'])
const all = (objects: Objects) => [...everyDict(objects)]
const typed = (objects: Objects, type: string) => all(objects).filter((one) => one['/Type'] === `/${type}`)
const hasNone = (objects: Objects, ...keys: string[]) => all(objects).every((one) => keys.every((key) => !(key in one)))

const actions = [
  'JavaScript',
  'Launch',
  'Sound',
  'Movie',
  'ResetForm',
  'ImportData',
  'Rendition',
  'SetOCGState',
  'Hide',
]

/** Rules of ISO 19005-3 (PDF/A-3a) that can be judged from the objects of a file. */
export const archiveRules: Readonly<Record<string, Rule>> = {
  'the metadata claim PDF/A-3a': (objects) => {
    const ref = catalogOf(objects)['/Metadata']
    const text = objects.streams.get(String(ref))?.toString() ?? ''
    return /<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/.test(text)
  },
  'the file has identifiers, and is not encrypted': ({ trailer }) =>
    Array.isArray(trailer['/ID']) && trailer['/ID'].length === 2 && !('/Encrypt' in trailer),
  'the colours have an output intent with its profile': (objects) =>
    listOf(objects, catalogOf(objects)['/OutputIntents']).some((one) => {
      const intent = dictOf(objects, one)
      const profile = objects.streams.get(String(intent['/DestOutputProfile']))
      return intent['/S'] === '/GTS_PDFA1' && profile?.toString('latin1', 36, 40) === 'acsp'
    }),
  'every font is inside, and says what its letters are': (objects) =>
    typed(objects, 'Font').every((font) => isWhole(objects, font)),
  'nothing is packed with LZW or by a filter of its own': (objects) =>
    all(objects).every((one) => !JSON.stringify(one['/Filter'] ?? '').match(/LZWDecode|Crypt/)),
  'nothing acts by itself': (objects) =>
    hasNone(objects, '/AA', '/JS', '/XFA') &&
    !('/OpenAction' in catalogOf(objects)) &&
    all(objects).every((one) => !actions.some((action) => one['/S'] === `/${action}`)),
  'every annotation is printed, and has a look or no size': (objects) =>
    typed(objects, 'Annot').every((one) => {
      const flags = Number(one['/F'] ?? 0)
      const [left, bottom, right, top] = listOf(objects, one['/Rect'])
      const isEmpty = left === right && bottom === top
      return (
        (flags & 4) !== 0 && (flags & (1 | 2 | 32)) === 0 && (isEmpty || '/AP' in one || one['/Subtype'] === '/Link')
      )
    }),
  'the looks of fields are not left to the reader': (objects) =>
    dictOf(objects, catalogOf(objects)['/AcroForm'])['/NeedAppearances'] !== true,
  'every file inside is associated, named, dated and of a known kind': (objects) =>
    typed(objects, 'Filespec').every((one) => isAssociated(objects, one)),
  'pictures and states use nothing of printers': (objects) =>
    hasNone(objects, '/Alternates', '/OPI', '/TR', '/HTP') && all(objects).every((one) => one['/Interpolate'] !== true),
  'layers have names, and do not switch themselves': (objects) => {
    const layers = dictOf(objects, catalogOf(objects)['/OCProperties'])
    const [usual, others] = [layers['/D'], listOf(objects, layers['/Configs'])]
    const configs = [...(usual === undefined ? [] : [usual]), ...others].map((one) => dictOf(objects, one))
    return configs.every((one) => '/Name' in one && !('/AS' in one))
  },
}

function isWhole(objects: Objects, font: Dict): boolean {
  if (font['/Subtype'] === '/Type3') return true
  if (font['/Subtype'] === '/Type0') {
    const below = listOf(objects, font['/DescendantFonts']).map((one) => dictOf(objects, one))
    return '/ToUnicode' in font && below.length === 1 && below.every((one) => isWhole(objects, one))
  }
  const descriptor = dictOf(objects, font['/FontDescriptor'])
  const isMapped = font['/Subtype'] !== '/CIDFontType2' || '/CIDToGIDMap' in font
  return (
    isMapped && ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => objects.streams.has(String(descriptor[key])))
  )
}

function isAssociated(objects: Objects, spec: Dict): boolean {
  const associated = listOf(objects, catalogOf(objects)['/AF']).map((one) => follow(objects, one))
  const file = dictOf(objects, dictOf(objects, spec['/EF'])['/F'])
  const isDated = '/ModDate' in dictOf(objects, file['/Params'])
  return (
    associated.includes(spec) &&
    ['/F', '/UF', '/AFRelationship'].every((key) => key in spec) &&
    /^\/\w+\/[\w.+-]+$/.test(String(file['/Subtype'])) &&
    isDated
  )
}

/** Rules of ISO 14289-1 (PDF/UA-1) that can be judged from the objects of a file. */
export const accessRules: Readonly<Record<string, Rule>> = {
  'the file is tagged, and says its language': (objects) => {
    const catalog = catalogOf(objects)
    return (
      dictOf(objects, catalog['/MarkInfo'])['/Marked'] === true && '/StructTreeRoot' in catalog && '/Lang' in catalog
    )
  },
  'every tag leads up to the root': (objects) => typed(objects, 'StructElem').every((one) => leadsUp(objects, one)),
  'every tag stands among the children of its parent': (objects) =>
    typed(objects, 'StructElem').every((one) => childrenOf(objects, dictOf(objects, one['/P'])).includes(one)),
  'every page with annotations is read in the order of its tags': (objects) =>
    typed(objects, 'Page').every((one) => listOf(objects, one['/Annots']).length === 0 || one['/Tabs'] === '/S'),
  'every field is a tag that leads to it, and says what it is for': (objects) =>
    typed(objects, 'Annot').every((one) => one['/Subtype'] !== '/Widget' || ('/TU' in one && isTagged(objects, one))),
}

function leadsUp(objects: Objects, element: Dict): boolean {
  let [at, steps] = [element, 0]
  while (at['/Type'] === '/StructElem' && steps++ < 100) at = dictOf(objects, at['/P'])
  return at['/Type'] === '/StructTreeRoot'
}

function childrenOf(objects: Objects, element: Dict): Value[] {
  const kids = follow(objects, element['/K'])
  return (Array.isArray(kids) ? kids : [kids]).map((one) => follow(objects, one))
}

/** Whether the tree of parents leads from a field to a tag, and that tag back to the field. */
function isTagged(objects: Objects, field: Dict): boolean {
  const tree = dictOf(objects, dictOf(objects, catalogOf(objects)['/StructTreeRoot'])['/ParentTree'])
  const element = dictOf(objects, findNumber(objects, tree, Number(field['/StructParent'])))
  const leads = childrenOf(objects, element).map((one) => dictOf(objects, asDict(one)['/Obj']))
  return element['/S'] === '/Form' && leads.includes(field)
}

function findNumber(objects: Objects, tree: Dict, key: number): Value {
  const pairs = listOf(objects, tree['/Nums'])
  const at = pairs.findIndex((one, index) => index % 2 === 0 && one === key)
  if (at >= 0) return pairs[at + 1] ?? null
  const found = listOf(objects, tree['/Kids']).map((one) => findNumber(objects, dictOf(objects, one), key))
  return found.find((one) => one !== null) ?? null
}

/** The rules that a file breaks. */
export function findBroken(objects: Objects, rules: Readonly<Record<string, Rule>>): string[] {
  return Object.entries(rules).flatMap(([name, keeps]) => (keeps(objects) ? [] : [name]))
}
