import { expect, test } from 'vitest'
import { foreignSources, levels, newInstallations, sealSource, typstSource } from '../verifier/documents.ts'
import { accessRules, archiveRules, findBroken } from './archive.ts'
import { asDict, type Dict, dictOf, type Objects, parse, type Value } from './qpdf.ts'

const [source, [installation]] = [await typstSource(), await newInstallations()]
if (!installation) throw new Error('Nobody seals.')
const sealed = await sealSource(source, { level: 'B-LTA', installation })
const rules = { ...archiveRules, ...accessRules }

test.each(levels)(
  'a document of ours at %s keeps every rule of archives and of access that is judged here',
  async (level) => {
    const { bytes } = await sealSource(source, { level, installation })
    expect(findBroken(parse(bytes), rules)).toEqual([])
  },
)

test('a seal breaks no rule that a document of others keeps', async () => {
  const foreign = await foreignSources('libreoffice-archive.pdf', 'latex.pdf', 'chromium.pdf')
  expect(foreign).toHaveLength(3)
  for (const one of foreign) {
    const { bytes } = await sealSource(one, { level: 'B-LTA', installation })
    const before = findBroken(parse(one.pdf), archiveRules)
    expect(findBroken(parse(bytes), archiveRules).filter((rule) => !before.includes(rule))).toEqual([])
  }
})

/** Changes the first dictionary that fits. */
const change =
  (fits: (one: Dict, objects: Objects) => boolean, how: (one: Dict) => void) =>
  (objects: Objects): void => {
    const found = [...objects.all.values()].map(asDict).find((one) => fits(one, objects))
    if (!found) throw new Error('Nothing fits.')
    how(found)
  }
const ofType = (type: string) => (one: Dict) => one['/Type'] === `/${type}`
const ofCatalog = (one: Dict, objects: Objects) => one === dictOf(objects, objects.trailer['/Root'])
const put = (key: string, value: Value) => (one: Dict) => {
  one[key] = value
}
const drop = (key: string) => (one: Dict) => void delete one[key]

const breaking: Readonly<Record<string, (objects: Objects) => void>> = {
  'the metadata claim PDF/A-3a': change(ofCatalog, drop('/Metadata')),
  'the file has identifiers, and is not encrypted': (objects) => put('/Encrypt', {})(objects.trailer),
  'the colours have an output intent with its profile': change(ofCatalog, drop('/OutputIntents')),
  'every font is inside, and says what its letters are': change(
    (one) => one['/Subtype'] === '/Type0',
    drop('/ToUnicode'),
  ),
  'nothing is packed with LZW or by a filter of its own': change(ofType('Page'), put('/Filter', '/LZWDecode')),
  'nothing acts by itself': change(ofCatalog, put('/OpenAction', { '/S': '/JavaScript' })),
  'every annotation is printed, and has a look or no size': change(ofType('Annot'), put('/F', 2)),
  'the looks of fields are not left to the reader': change((one) => '/SigFlags' in one, put('/NeedAppearances', true)),
  'every file inside is associated, named, dated and of a known kind': change(
    ofType('Filespec'),
    drop('/AFRelationship'),
  ),
  'pictures and states use nothing of printers': change(ofType('Page'), put('/TR', '/Identity')),
  'layers have names, and do not switch themselves': change(ofCatalog, put('/OCProperties', { '/D': {} })),
  'the file is tagged, and says its language': change(ofCatalog, drop('/Lang')),
  'every tag leads up to the root': change(ofType('StructElem'), drop('/P')),
  'every tag stands among the children of its parent': change(ofType('StructTreeRoot'), put('/K', [])),
  'every page with annotations is read in the order of its tags': change((one) => '/Tabs' in one, drop('/Tabs')),
  'every field is a tag that leads to it, and says what it is for': change(
    (one) => '/StructParent' in one && '/FT' in one,
    put('/StructParent', 9),
  ),
}

test('the judge has a broken file for each of its rules', () => {
  expect(Object.keys(breaking).sort()).toEqual(Object.keys(rules).sort())
})

test.each(Object.entries(breaking))('a file that breaks it is found: %s', (rule, breakIt) => {
  const objects = parse(sealed.bytes)
  breakIt(objects)
  expect(findBroken(objects, rules)).toContain(rule)
})
