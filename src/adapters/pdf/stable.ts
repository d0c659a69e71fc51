import { createHash } from 'node:crypto'
import type { EmbeddedFont } from '@libpdf/core'

const FILE_ID = /\/ID ?\[ ?<([0-9A-Fa-f]{32})> ?<\1> ?\]/

/**
 * The PDF library puts two kinds of random marks into a file: the file's id, and a tag of six letters before the name
 * of each embedded font. This replaces them by marks of the same length made from the content, so that the same
 * agreement is the same bytes, and no offset moves.
 */
export function removeChance(bytes: Uint8Array, fonts: EmbeddedFont[]): Uint8Array {
  const file = Buffer.from(bytes)
  fonts.forEach((font, index) => {
    const tag = font.subsetTag
    if (tag) replaceAll(file, `/${tag}+`, `/SEAL${letter(index / 26)}${letter(index)}+`)
  })
  const tail = file.subarray(-2048).toString('latin1')
  const id = FILE_ID.exec(tail)?.[1]
  if (!id) throw new Error('the PDF has no file id where one was expected')
  replaceAll(file, `<${id}>`, `<${'0'.repeat(id.length)}>`)
  const stable = createHash('sha256').update(file).digest('hex').slice(0, id.length).toUpperCase()
  replaceAll(file, `<${'0'.repeat(id.length)}>`, `<${stable}>`)
  return new Uint8Array(file)
}

const letter = (index: number) => String.fromCharCode(65 + (Math.floor(index) % 26))

function replaceAll(file: Buffer, from: string, to: string): void {
  for (let at = file.indexOf(from, 0, 'latin1'); at !== -1; at = file.indexOf(from, at + to.length, 'latin1')) {
    file.write(to, at, 'latin1')
  }
}
