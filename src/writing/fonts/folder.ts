import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readCharacters } from './characters.ts'

/** A font from the operator's folder. */
export type FolderFont = { name: `folder-${number}`; file: string }

/**
 * The fonts (.ttf, .otf, .ttc) in a folder and its sub-folders, sorted by path. Throws with the file's name when one
 * cannot be read, so that the operator learns of it before anybody signs.
 */
export function readFontsFolder(folder: string): FolderFont[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => /\.(ttf|otf|ttc)$/i.test(file))
    .sort()
    .map((relative, index) => {
      const file = join(folder, relative)
      try {
        readCharacters(file)
        return { name: `folder-${index}` as const, file }
      } catch (cause) {
        throw new Error(`the font ${file} cannot be read`, { cause })
      }
    })
}
