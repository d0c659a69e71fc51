import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { BASE, OTHERS } from './catalogue.ts'
import { hasCharacter, readCharacters, sharedCharacters } from './characters.ts'
import { filesOfFamily, findFamily, useFontsFolder } from './index.ts'
import { readTable, renameFamily } from './sfnt.ts'

const made: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'sealane-fonts-'))
  made.push(folder)
  return folder
}
afterEach(() => {
  useFontsFolder(newFolder())
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

describe('a character gets the font of its language', () => {
  test.each([
    ['a', 'en', 'base'],
    ['€', 'en', 'base'],
    ['\u00a0', 'en', 'base'],
    ['直', 'zh', 'han-simplified'],
    ['直', 'en', 'han-simplified'],
    ['直', 'zh-TW', 'han-traditional'],
    ['直', 'ja', 'japanese'],
    ['直', 'ko', 'korean'],
    ['각', 'en', 'korean'],
    ['ع', 'en', 'arabic'],
    ['✅', 'en', 'emoji'],
    ['⇶', 'en', 'signs'],
  ])('%s in %s', (letter, language, family) => expect(findFamily(letter, language)).toBe(family))
})

test.each(['\u{12000}', '\ue000', '\u{10fffd}', '\u0378'])('no font has %j', (letter) => {
  expect(findFamily(letter)).toBeNull()
})

test('a family has only characters that all its faces have, bold and italic too', () => {
  const [regular, ...others] = filesOfFamily('signs').map(readCharacters)
  const shared = sharedCharacters([regular, ...others].filter((one) => one !== undefined))
  const [plain, everywhere] = [0x1d5a0, 0x2500]
  expect([plain, everywhere].map((code) => hasCharacter(regular ?? shared, code))).toEqual([true, true])
  expect([plain, everywhere].map((code) => hasCharacter(shared, code))).toEqual([false, true])
})

test.each([...BASE, ...OTHERS])('the files of %s exist', (name) => {
  expect(filesOfFamily(name)).not.toEqual([])
  for (const file of filesOfFamily(name)) expect(readCharacters(file).length).toBeGreaterThan(0)
})

describe('the folder of fonts', () => {
  test('adds characters that no bundled font has', () => {
    const folder = newFolder()
    copyFileSync(filesOfFamily('tamil')[0] ?? '', join(folder, 'own.ttf'))
    useFontsFolder(folder)
    expect(filesOfFamily('folder-0')).toEqual([join(folder, 'own.ttf')])
    expect(findFamily('த')).toBe('tamil')
  })

  test('is refused with the name of a file that is not a font', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'broken.otf'), 'not a font')
    expect(() => useFontsFolder(folder)).toThrow('broken.otf')
  })
})

test('a renamed font keeps its glyphs', () => {
  const [file = ''] = filesOfFamily('serif')
  const renamed = join(newFolder(), 'renamed.ttf')
  writeFileSync(renamed, renameFamily(readFileSync(file), 'sealane-serif'))
  for (const tag of ['cmap', 'glyf', 'GPOS']) expect(readTable(renamed, tag)).toEqual(readTable(file, tag))
  expect(readTable(renamed, 'name')?.toString('latin1')).toContain('\0s\0e\0a\0l\0a\0n\0e')
})
