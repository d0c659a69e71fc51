import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readCharacters } from './characters.ts'

/** A font that the operator put into the folder of fonts. */
export type FolderFont = { name: `folder-${number}`; file: string }

/**
 * The fonts (.ttf, .otf, .ttc) in a folder and the folders in it, in the order of their paths. Throws, naming the file,
 * when one of them is no font that can be read: the operator should know before somebody signs.
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
