import { type FamilyName, filesOf, HAN, OTHERS, TEXT } from './catalogue.ts'
import { type Characters, hasCharacter, readCharacters, sharedCharacters } from './characters.ts'
import { type FolderFont, readFontsFolder } from './folder.ts'

export { BASE, type FamilyName } from './catalogue.ts'
export { renameFamily } from './sfnt.ts'

const characters = new Map<FamilyName, Characters>()
/** By the key of HAN, then by character. */
const chosen = new Map<string, Map<string, FamilyName | 'base' | null>>()
const MOST_KNOWN = 20_000
let folder: FolderFont[] = []

/** Characters that need no glyph: white space, joiners, direction marks, variation selectors. */
const INVISIBLE = /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/u
/** Private characters mean something else in every font, and PDF/A forbids them. */
const PRIVATE = /\p{Co}/u

/**
 * Adds the operator's fonts to the bundled ones. Call it once, when a process starts. Throws when one cannot be read.
 */
export function useFontsFolder(path: string): void {
  folder = readFontsFolder(path)
  chosen.clear()
}

/**
 * The design of a character in a text of a language (BCP 47); `base` for the designs in every document. Null when no
 * font has the character.
 */
export function findFamily(letter: string, language = 'en'): FamilyName | 'base' | null {
  const han = hanKey(language)
  const known = chosen.get(han) ?? new Map<string, FamilyName | 'base' | null>()
  if (known.size === 0 || known.size > MOST_KNOWN) chosen.set(han, known)
  if (known.size > MOST_KNOWN) known.clear()
  const found = known.get(letter)
  if (found !== undefined) return found
  const family = searchFamily(letter, HAN[han])
  known.set(letter, family)
  return family
}

/** The first character that no font has, with its line; null when every character has a font. */
export function findMissing(text: string): { letter: string; line: number } | null {
  let line = 1
  for (const letter of text.normalize('NFC')) {
    if (letter === '\n') line++
    if (findFamily(letter) === null && !/\p{Cc}/u.test(letter)) return { letter, line }
  }
  return null
}

function searchFamily(letter: string, own: FamilyName | undefined): FamilyName | 'base' | null {
  if (INVISIBLE.test(letter)) return 'base'
  if (PRIVATE.test(letter)) return null
  const code = letter.codePointAt(0) ?? 0
  if (TEXT.some((name) => hasCharacter(charactersOf(name), code))) return 'base'
  const rest = [...OTHERS, ...folder.map((font) => font.name)].filter((name) => name !== own)
  return (own ? [own, ...rest] : rest).find((name) => hasCharacter(charactersOf(name), code)) ?? null
}

/** The paths of a design's font files. */
export function filesOfFamily(name: FamilyName): string[] {
  return isOfFolder(name) ? folder.filter((font) => font.name === name).map(({ file }) => file) : filesOf(name)
}

/** The family name of a design for the typesetter. No system font has this name. */
export function familyLabel(name: FamilyName): string {
  return `sealane-${name}`
}

const hanKeys = new Map<string, string>()

function hanKey(tag: string): string {
  const known = hanKeys.get(tag)
  if (known !== undefined) return known
  const { language, script } = new Intl.Locale(tag).maximize()
  const key = language === 'zh' ? `zh-${script}` : language
  const used = Object.hasOwn(HAN, key) ? key : ''
  hanKeys.set(tag, used)
  return used
}

function charactersOf(name: FamilyName): Characters {
  const known = characters.get(name)
  if (known) return known
  const read = sharedCharacters(filesOfFamily(name).map(readCharacters))
  characters.set(name, read)
  return read
}

function isOfFolder(name: FamilyName): name is `folder-${number}` {
  return name.startsWith('folder-')
}
